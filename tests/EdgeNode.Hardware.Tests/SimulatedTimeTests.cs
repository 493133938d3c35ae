using EdgeNode.Hardware.Simulated;
using Xunit;

namespace EdgeNode.Hardware.Tests;

public sealed class SimulatedTimeTests
{
    private static readonly DateTimeOffset Start = new(2025, 3, 3, 8, 0, 0, TimeSpan.Zero);
    private readonly SimulatedTime _time = new(Start);
    private readonly List<(string Name, double At)> _fired = [];

    [Fact]
    public void Timers_fire_in_due_order_and_then_in_the_order_they_were_set()
    {
        After("late", 30);
        After("first of two", 20);
        After("second of two", 20);
        After("early", 10);
        Advance(100);
        Assert.Equal([("early", 10), ("first of two", 20), ("second of two", 20), ("late", 30)], _fired);
    }

    [Fact]
    public void A_timer_set_by_a_timer_fires_in_the_same_advance_at_its_own_instant()
    {
        _time.After(TimeSpan.FromMilliseconds(10), () => After("child", 5));
        After("between", 12);
        After("at once", 0);
        Advance(100);
        Assert.Equal([("at once", 0), ("between", 12), ("child", 15)], _fired);
        Assert.Equal(TimeSpan.FromMilliseconds(100), _time.Uptime);
    }

    [Fact]
    public void A_periodic_timer_fires_at_every_period_until_it_is_disposed()
    {
        var timer = _time.CreateTimer(_ => Note("tick"), null, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(10));
        Advance(30);
        Assert.Equal([("tick", 5), ("tick", 15), ("tick", 25)], _fired);
        timer.Dispose();
        Advance(100);
        Assert.Equal(3, _fired.Count);
        Assert.Null(_time.NextTimer);
    }

    [Fact]
    public void A_changed_timer_forgets_its_old_time()
    {
        using var timer = _time.CreateTimer(_ => Note("once"), null, TimeSpan.FromMilliseconds(10), Timeout.InfiniteTimeSpan);
        Advance(5);
        timer.Change(TimeSpan.FromMilliseconds(10), Timeout.InfiniteTimeSpan);
        Assert.Equal(TimeSpan.FromMilliseconds(15), _time.NextTimer);
        Advance(100);
        Assert.Equal([("once", 15)], _fired);
        timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Assert.Null(_time.NextTimer);
    }

    [Fact]
    public void A_jump_of_the_wall_moves_no_timer_and_no_uptime()
    {
        After("due", 10);
        _time.JumpWall(TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.Zero, _time.Uptime);
        Assert.Equal(Start.AddDays(1), _time.GetUtcNow());
        Advance(9);
        Assert.Empty(_fired);
        Advance(1);
        Assert.Equal([("due", 10)], _fired);
        _time.JumpWall(TimeSpan.FromDays(-2));
        Assert.Equal(Start.AddDays(-1).AddMilliseconds(10), _time.GetUtcNow());
        Assert.Equal(TimeSpan.FromMilliseconds(10), _time.GetElapsedTime(0));
    }

    [Fact]
    public void Time_never_runs_backwards()
    {
        Advance(10);
        _time.AdvanceTo(TimeSpan.FromMilliseconds(5));
        Assert.Equal(TimeSpan.FromMilliseconds(10), _time.Uptime);
    }

    private void After(string name, int milliseconds) => _time.After(TimeSpan.FromMilliseconds(milliseconds), () => Note(name));

    private void Note(string name) => _fired.Add((name, _time.Uptime.TotalMilliseconds));

    private void Advance(int milliseconds) => _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
}
