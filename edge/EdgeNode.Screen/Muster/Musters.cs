using System.Collections.Immutable;
using System.Text.Json;
using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>
/// The roll call: who is in, and in an alarm or a drill who was found safe. What one phone marks is on every other at once, and
/// outlives a restart. Safe from any thread.
/// </summary>
public sealed class Musters
{
    private const string Document = "muster";
    private readonly IScreenMemory _memory;
    private readonly IPeopleNames _names;
    private readonly Func<ImmutableArray<HolderRef>?, RollCall> _look;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private readonly Bell _changed = new();
    private Muster? _last;

    /// <summary>Reads the counting that went on, if any.</summary>
    /// <param name="memory">Where it is kept.</param>
    /// <param name="names">Names of people.</param>
    /// <param name="look">What the site knows of a list of people; of those who are in, without one.</param>
    /// <param name="time">The clock of drills and findings.</param>
    public Musters(IScreenMemory memory, IPeopleNames names, Func<ImmutableArray<HolderRef>?, RollCall> look, TimeProvider time)
    {
        (_memory, _names, _look, _time) = (memory, names, look, time);
        _last = Read(memory);
    }

    /// <summary>Done at the next mark, name, or begin or end of a drill.</summary>
    public Task Changed => _changed.Rung;

    /// <summary>The sheet as of now. An alarm ends a drill.</summary>
    public RollSheet Now()
    {
        var call = _look(null);
        EndDrillBy(call);
        var muster = Going(call);
        call = muster?.Drilled is { } drilled ? _look([.. drilled.Select(reference => new HolderRef(reference))]) : call;
        var found = muster?.Safe.ToDictionary(finding => finding.Person) ?? [];
        var lines = call.People.Select(seen => new RollLine(_names.Find(seen.Holder), seen, found.GetValueOrDefault(seen.Holder.Value)));
        return new(muster, call, [.. lines.OrderBy(line => line.Seen.Zone, StringComparer.Ordinal).ThenBy(line => line.Name, StringComparer.CurrentCultureIgnoreCase)]);
    }

    /// <summary>Begins a drill on those who are in now; does nothing while a counting goes on.</summary>
    public void Drill() => Change((going, call) => going ?? new(_time.GetUtcNow(), [.. call.People.Select(seen => seen.Holder.Value)], []));

    /// <summary>Ends a drill; an alarm's counting ends with the evacuation.</summary>
    public void EndDrill() => Change((going, _) => going?.Drilled is null ? going : null);

    /// <summary>Marks somebody as found safe, or takes the mark back; does nothing when nobody is being counted.</summary>
    public void Mark(HolderRef person, bool safe, HolderRef by) =>
        Change((going, _) => going?.Mark(person.Value, safe ? new(person.Value, by.Value, _time.GetUtcNow()) : null));

    /// <summary>Keeps the name of somebody.</summary>
    public void Name(HolderRef person, string name)
    {
        _names.Set(person, name);
        _changed.Ring();
    }

    private Muster? Going(RollCall call) => (call.AlarmSince, Volatile.Read(ref _last)) switch
    {
        ({ } since, { Drilled: null } kept) when kept.Since == since => kept,
        ({ } since, _) => new(since, null, []),
        (null, { Drilled: not null } drill) => drill,
        _ => null,
    };

    private void Change(Func<Muster?, RollCall, Muster?> change)
    {
        lock (_lock)
        {
            var call = _look(null);
            var changed = change(Going(call), call);
            Keep(changed);
            Volatile.Write(ref _last, changed);
        }

        _changed.Ring();
    }

    // For good: when the alarm is over, the drill that it broke off is too.
    private void EndDrillBy(RollCall call)
    {
        lock (_lock)
        {
            if (call.AlarmSince is null || _last?.Drilled is null)
            {
                return;
            }

            Volatile.Write(ref _last, Going(call));
            try
            {
                Keep(_last);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                // In an alarm the page must open, whatever the disk says; the first mark is kept with all that went before.
            }
        }
    }

    private void Keep(Muster? muster) => _memory.Write(Document, JsonSerializer.SerializeToUtf8Bytes(muster, ScreenJson.Default.Muster));

    // A counting that cannot be read is begun anew: in an alarm the page must open.
    private static Muster? Read(IScreenMemory memory)
    {
        try
        {
            return memory.Read(Document) is { } bytes ? JsonSerializer.Deserialize(bytes, ScreenJson.Default.Muster) : null;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
