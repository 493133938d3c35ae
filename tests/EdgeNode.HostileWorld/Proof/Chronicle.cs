using System.Globalization;
using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>The story in words: every line to whoever listens, the last ones kept for a failure.</summary>
internal sealed class Chronicle(WorldClock clock, Action<string>? listener)
{
    private const int Kept = 40;
    private readonly Queue<Func<string>> _lines = new();

    public void Say(string words)
    {
        var at = clock.Uptime;
        Keep(() => $"{Stamp(at)}  {words}");
    }

    /// <summary>A step of the node: written out only if somebody wants to read it.</summary>
    public void Say(SiteEvent @event, Moment now, IReadOnlyList<JournalFact> facts)
    {
        var at = clock.Uptime;
        JournalFact[] kept = [.. facts];
        if (kept.Length > 0 || @event is not (SiteEvent.DeskSensed or SiteEvent.TimePassed))
        {
            Keep(() => Line(at, @event, now, kept));
        }
    }

    public WorldFailure Failure(string promise, string words, long step) => new(promise, words, step, [.. _lines.Select(line => line())]);

    private void Keep(Func<string> line)
    {
        listener?.Invoke(line());
        _lines.Enqueue(line);
        if (_lines.Count > Kept)
        {
            _lines.Dequeue();
        }
    }

    private static string Line(TimeSpan at, SiteEvent @event, Moment now, JournalFact[] facts) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Stamp(at)}  up {now.Uptime.TotalSeconds:0.000} wall {ReferenceClock.Local(now.Wall):ddd dd.MM HH:mm:ss} {now.Trust}  {EventWords.Of(@event)}{string.Concat(facts.Select(fact => $"\n{"",24}-> {FactWords.Of(fact) ?? fact.GetType().Name}"))}");

    private static string Stamp(TimeSpan at) => at.ToString(@"d\.hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
}
