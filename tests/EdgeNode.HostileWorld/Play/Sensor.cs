using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>A desk's sensor with the quirks of its kind: misses a still person, sees curtains, stays on, falls silent, repeats itself.</summary>
internal sealed class Sensor(Desk desk, World world, Random dice)
{
    private readonly TimeSpan _interval = desk.Sensor!.ReportInterval;
    private TimeSpan _silentUntil;
    private TimeSpan _stuckUntil;
    private bool _sent;

    public IEnumerable<TimeSpan> Live()
    {
        yield return dice.Between(TimeSpan.Zero, _interval);
        var beat = world.Uptime;
        while (true)
        {
            Misbehave();
            var sees = Sees();
            var due = world.Uptime >= beat;
            if ((due || sees != _sent) && world.Uptime >= _silentUntil)
            {
                world.Post(new SiteEvent.DeskSensed(desk.Id, sees));
                _sent = sees;
                if (dice.Is(0.01))
                {
                    world.Post(new SiteEvent.DeskSensed(desk.Id, sees));
                }
            }

            beat = due ? world.Uptime + (_interval * (0.98 + (dice.NextDouble() * 0.04))) : beat;
            yield return world.IsSeated(desk.Id.Value) != _sent ? dice.Seconds(1, 40) : Earlier(beat - world.Uptime, _interval / 3);
        }
    }

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private bool Sees()
    {
        if (world.Uptime < _stuckUntil)
        {
            return true;
        }

        return world.IsSeated(desk.Id.Value) ? dice.Is(0.9) : dice.Is(0.004);
    }

    private void Misbehave()
    {
        if (dice.Is(0.002))
        {
            _silentUntil = world.Uptime + dice.Hours(0.2, 8);
        }

        if (dice.Is(0.0008))
        {
            _stuckUntil = world.Uptime + dice.Hours(0.5, 26);
        }
    }
}
