using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Hardware.Tests;

public sealed class StrikeOutputTests : IDisposable
{
    private static readonly DoorId Door = new("street");
    private readonly Board _board = new();

    public static TheoryData<bool, bool> Wirings() => new() { { true, true }, { true, false }, { false, true }, { false, false } };

    public void Dispose() => _board.Dispose();

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(false, false, true)]
    public void The_released_level_follows_from_the_wiring(bool activeHigh, bool powerReleases, bool releasedHigh) =>
        Assert.Equal(releasedHigh, new StrikePin(17, activeHigh, powerReleases).ReleasedLevel);

    [Theory, MemberData(nameof(Wirings))]
    public void Opening_the_line_sets_it_locked_without_a_pulse(bool activeHigh, bool powerReleases)
    {
        var wiring = new StrikePin(17, activeHigh, powerReleases);
        using var strike = Strike(wiring);
        Assert.Equal(!wiring.ReleasedLevel, _board.Chip.IsHigh(17));
        Assert.Equal(wiring.ReleasedLevel ? [] : [new(TimeSpan.Zero, 17, true)], _board.Chip.Trace);
    }

    [Theory, MemberData(nameof(Wirings))]
    public void A_line_that_a_resistor_already_holds_locked_does_not_move_at_opening(bool activeHigh, bool powerReleases)
    {
        var wiring = new StrikePin(17, activeHigh, powerReleases);
        _board.Chip.SetInput(17, !wiring.ReleasedLevel);
        using var strike = Strike(wiring);
        Assert.Empty(_board.Chip.Trace);
    }

    [Theory, MemberData(nameof(Wirings))]
    public void A_closed_output_is_locked(bool activeHigh, bool powerReleases)
    {
        var wiring = new StrikePin(17, activeHigh, powerReleases);
        using (var strike = Strike(wiring))
        {
            strike.Release(TimeSpan.FromSeconds(5));
            Assert.Equal(wiring.ReleasedLevel, _board.Chip.IsHigh(17));
        }

        Assert.Equal(!wiring.ReleasedLevel, _board.Chip.IsHigh(17));
        Assert.False(_board.Chip.IsOpen(17));
        _board.Advance(600_000);
        Assert.Empty(_board.Posted());
    }

    [Fact]
    public void The_dead_man_cuts_when_the_loop_has_stopped_and_says_so()
    {
        using var strike = Strike(new(17, true, true));
        strike.Release(TimeSpan.FromSeconds(5));
        _board.Advance(5499);
        Assert.True(_board.Chip.IsHigh(17));
        Assert.Empty(_board.Posted());
        _board.Advance(1);
        Assert.False(_board.Chip.IsHigh(17));
        Assert.Equal([new SiteEvent.StrikeCutOff(Door)], _board.Posted());
    }

    [Fact]
    public void A_door_that_the_loop_locks_in_time_is_not_cut()
    {
        using var strike = Strike(new(17, true, true));
        strike.Release(TimeSpan.FromSeconds(5));
        _board.Advance(5000);
        strike.Relock();
        Assert.False(_board.Chip.IsHigh(17));
        _board.Advance(600_000);
        Assert.Empty(_board.Posted());
    }

    [Fact]
    public void A_second_release_extends_the_first_by_what_it_asks_for()
    {
        using var strike = Strike(new(17, true, true));
        strike.Release(TimeSpan.FromSeconds(5));
        _board.Advance(4000);
        strike.Release(TimeSpan.FromSeconds(5));
        _board.Advance(5499);
        Assert.True(_board.Chip.IsHigh(17));
        _board.Advance(1);
        Assert.False(_board.Chip.IsHigh(17));
    }

    [Fact]
    public void No_single_release_lasts_longer_than_the_longest_one()
    {
        using var strike = Strike(new(17, true, true));
        strike.Release(TimeSpan.FromDays(1));
        _board.Time.Advance(StrikeOutput.MaxRelease + StrikeOutput.Grace);
        Assert.False(_board.Chip.IsHigh(17));
    }

    [Fact]
    public void A_spent_budget_refuses_to_release_says_so_and_comes_back()
    {
        using var strike = Strike(new(17, true, true));
        strike.Release(TimeSpan.FromSeconds(120));
        _board.Advance(119_000);
        strike.Release(TimeSpan.FromSeconds(120));
        _board.Advance(61_000);
        Assert.False(_board.Chip.IsHigh(17));
        Assert.Equal([new SiteEvent.StrikeCutOff(Door)], _board.Posted());
        strike.Release(TimeSpan.FromSeconds(5));
        Assert.False(_board.Chip.IsHigh(17));
        Assert.Equal([new SiteEvent.StrikeCutOff(Door)], _board.Posted());
        _board.Advance(300_000);
        strike.Release(TimeSpan.FromSeconds(5));
        Assert.True(_board.Chip.IsHigh(17));
    }

    [Fact]
    public void A_jump_of_the_wall_clock_neither_lengthens_nor_shortens_a_release()
    {
        using var strike = Strike(new(17, true, true));
        strike.Release(TimeSpan.FromSeconds(5));
        _board.Time.JumpWall(TimeSpan.FromDays(-400));
        _board.Advance(5499);
        Assert.True(_board.Chip.IsHigh(17));
        _board.Time.JumpWall(TimeSpan.FromDays(800));
        _board.Advance(1);
        Assert.False(_board.Chip.IsHigh(17));
    }

    [Fact]
    public void A_held_door_stays_released_beyond_the_budget_as_long_as_the_hold_is_renewed()
    {
        using var strike = Strike(new(17, true, true));
        for (var minute = 0; minute < 30; minute++)
        {
            strike.Hold(TimeSpan.FromSeconds(60));
            _board.Advance(30_000);
            Assert.True(_board.Chip.IsHigh(17));
        }

        _board.Advance(29_999);
        Assert.True(_board.Chip.IsHigh(17));
        _board.Advance(1);
        Assert.False(_board.Chip.IsHigh(17));
        Assert.Equal([new SiteEvent.StrikeCutOff(Door)], _board.Posted());
    }

    [Fact]
    public void A_hold_costs_nothing_of_the_budget_of_taps()
    {
        using var strike = Strike(new(17, true, true));
        strike.Hold(TimeSpan.FromSeconds(120));
        _board.Advance(119_000);
        strike.Hold(TimeSpan.FromSeconds(120));
        _board.Advance(119_000);
        strike.Release(TimeSpan.FromSeconds(5));
        strike.Relock();
        Assert.False(_board.Chip.IsHigh(17));
        strike.Release(TimeSpan.FromSeconds(120));
        _board.Advance(120_000);
        Assert.True(_board.Chip.IsHigh(17));
    }

    private StrikeOutput Strike(StrikePin wiring) => new(_board.Gpio, wiring, Door, _board.Events, _board.Time);
}
