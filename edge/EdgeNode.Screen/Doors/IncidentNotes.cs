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
    private readonly Bell _changed = new();
    private ImmutableDictionary<long, IncidentNote>? _all;

    /// <summary>Done at the next note.</summary>
    public Task Changed => _changed.Rung;

    /// <summary>The notes by the number of their incident.</summary>
    public ImmutableDictionary<long, IncidentNote> All
    {
        get
        {
            lock (_lock)
            {
                return _all ??= Read() ?? ImmutableDictionary<long, IncidentNote>.Empty;
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

        _changed.Ring();
    }

    // Notes that cannot be read are none: every page shows doors, and must open.
    private ImmutableDictionary<long, IncidentNote>? Read()
    {
        try
        {
            return memory.Read(Document) is { } bytes ? JsonSerializer.Deserialize(bytes, ScreenJson.Default.ImmutableDictionaryInt64IncidentNote) : null;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
