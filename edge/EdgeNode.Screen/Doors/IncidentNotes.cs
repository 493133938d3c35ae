using System.Collections.Immutable;
using System.Text.Json;

namespace EdgeNode.Screen;

/// <summary>Who has seen to which incident, and what was said of it: free text, so it stays out of the journal. Safe from any thread.</summary>
internal sealed class IncidentNotes(IScreenMemory memory)
{
    private const string Document = "incidents";

    // The screen shows no incident as old as the oldest of these.
    private const int Kept = 300;
    private readonly Lock _lock = new();
    private ImmutableDictionary<long, IncidentNote>? _all;

    /// <summary>The notes by the number of their incident.</summary>
    public ImmutableDictionary<long, IncidentNote> All
    {
        get
        {
            lock (_lock)
            {
                return _all ??= memory.Read(Document) is { } bytes
                    ? JsonSerializer.Deserialize(bytes, ScreenJson.Default.ImmutableDictionaryInt64IncidentNote)!
                    : ImmutableDictionary<long, IncidentNote>.Empty;
            }
        }
    }

    /// <summary>Somebody has seen to an incident.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public void Set(long incident, IncidentNote note)
    {
        lock (_lock)
        {
            var all = All.SetItem(incident, note);
            all = all.RemoveRange(all.Keys.Order().Take(all.Count - Kept));
            memory.Write(Document, JsonSerializer.SerializeToUtf8Bytes(all, ScreenJson.Default.ImmutableDictionaryInt64IncidentNote));
            _all = all;
        }
    }
}
