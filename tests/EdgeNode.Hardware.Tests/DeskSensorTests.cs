using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;
using Xunit;

namespace EdgeNode.Hardware.Tests;

public sealed class DeskSensorTests : IDisposable
{
    private static readonly ResourceId Desk = new("d01");
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private readonly Board _board = new();

    public void Dispose() => _board.Dispose();

    [Fact]
    public void A_PIR_reports_at_every_change_and_at_its_interval()
    {
        var desk = new VirtualPir(_board.Chip, 26);
        using var pir = new PirInput(_board.Gpio, 26, Desk, Interval, _board.Events, _board.Time);
        _board.Advance(9999);
        Assert.Empty(_board.Posted());
        _board.Advance(1);
        Assert.Equal([Sensed(false)], _board.Posted());
        desk.Set(taken: true);
        Assert.Equal([Sensed(true)], _board.Posted());
        _board.Advance(20_000);
        Assert.Equal([Sensed(true), Sensed(true)], _board.Posted());
        desk.Set(taken: false);
        Assert.Equal([Sensed(false)], _board.Posted());
    }

    [Fact]
    public void A_closed_PIR_says_nothing_and_leaves_its_line_free()
    {
        new PirInput(_board.Gpio, 26, Desk, Interval, _board.Events, _board.Time).Dispose();
        _board.Chip.SetInput(26, true);
        _board.Advance(60_000);
        Assert.Empty(_board.Posted());
        Assert.False(_board.Chip.IsOpen(26));
    }

    [Fact]
    public void A_radar_reports_a_change_at_once_and_the_rest_at_its_interval()
    {
        var radar = new SerialRadar(Desk, 150, Interval, _board.Events, _board.Time);
        radar.Feed(Ld2410FramerTests.Basic);
        Assert.Equal([Sensed(true)], _board.Posted());
        for (var second = 0; second < 100; second++)
        {
            _board.Advance(100);
            radar.Feed(Ld2410FramerTests.Basic);
        }

        Assert.Equal([Sensed(true)], _board.Posted());
        byte[] empty = [.. Ld2410FramerTests.Basic];
        empty[8] = 0;
        radar.Feed(empty);
        Assert.Equal([Sensed(false)], _board.Posted());
    }

    [Fact]
    public void A_virtual_radar_is_understood_and_can_fall_silent()
    {
        using var desk = new VirtualRadar(_board.Time);
        desk.Connect(new SerialRadar(Desk, 150, Interval, _board.Events, _board.Time).Feed);
        desk.Set(taken: true);
        Assert.Equal([Sensed(true)], _board.Posted());
        desk.Silence(true);
        _board.Advance(60_000);
        Assert.Empty(_board.Posted());
        desk.Silence(false);
        desk.Set(taken: false);
        Assert.Equal(Sensed(false), _board.Posted()[^1]);
    }

    private static SiteEvent.DeskSensed Sensed(bool present) => new(Desk, present);
}
