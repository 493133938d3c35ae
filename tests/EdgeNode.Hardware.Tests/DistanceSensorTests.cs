using System.Device.I2c;
using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;
using Xunit;

namespace EdgeNode.Hardware.Tests;

/// <summary>VL53L0X and VL53L1X from their registers to a report about a desk.</summary>
public sealed class DistanceSensorTests : IDisposable
{
    private static readonly ResourceId Desk = new("d01");
    private readonly Board _board = new();
    private readonly DeviceHealth _health = new("desk d01");

    public static TheoryData<string> Chips { get; } = ["vl53l0x", "vl53l1x"];

    public void Dispose() => _board.Dispose();

    [Theory, MemberData(nameof(Chips))]
    public void Somebody_near_is_told_at_once_and_then_at_the_interval_and_in_between_it_stays_as_it_was(string kind)
    {
        var chip = Chip(kind);
        using var sensor = Open(kind, chip);
        _board.Advance(2_000);
        Assert.Equal([Sensed(false)], _board.Posted());
        Assert.Contains(kind.ToUpperInvariant(), _health.Firmware, StringComparison.Ordinal);
        Assert.Equal((true, 0), (_health.Up, _health.Errors));
        chip.Millimetres = 800;
        _board.Advance(5_000);
        Assert.Empty(_board.Posted());
        chip.Millimetres = 699;
        _board.Advance(1_000);
        Assert.Equal([Sensed(true)], _board.Posted());
        chip.Millimetres = 900;
        _board.Advance(20_100);
        Assert.Equal([Sensed(true), Sensed(true)], _board.Posted());
        chip.Millimetres = 901;
        _board.Advance(1_000);
        Assert.Equal([Sensed(false)], _board.Posted());
    }

    [Theory, MemberData(nameof(Chips))]
    public void Two_wrong_measurements_of_five_change_nothing(string kind)
    {
        var chip = Chip(kind);
        using var sensor = Open(kind, chip);
        _board.Advance(2_000);
        Assert.Equal([Sensed(false)], _board.Posted());
        chip.Millimetres = 20;
        _board.Advance(400);
        chip.Millimetres = 1_200;
        _board.Advance(5_000);
        Assert.Empty(_board.Posted());
    }

    [Theory]
    [InlineData("vl53l0x", RangeStatus.Signal)]
    [InlineData("vl53l0x", RangeStatus.Phase)]
    [InlineData("vl53l0x", RangeStatus.MinimumRange)]
    [InlineData("vl53l0x", RangeStatus.Hardware)]
    [InlineData("vl53l0x", RangeStatus.None)]
    [InlineData("vl53l1x", RangeStatus.Sigma)]
    [InlineData("vl53l1x", RangeStatus.Signal)]
    [InlineData("vl53l1x", RangeStatus.Phase)]
    [InlineData("vl53l1x", RangeStatus.MinimumRange)]
    [InlineData("vl53l1x", RangeStatus.Hardware)]
    [InlineData("vl53l1x", RangeStatus.WrapAround)]
    [InlineData("vl53l1x", RangeStatus.None)]
    public void What_is_not_valid_is_neither_somebody_nor_nobody_and_its_reason_is_kept(string kind, RangeStatus status)
    {
        var chip = Chip(kind);
        (chip.Status, chip.Millimetres) = (status, 20);
        using var sensor = Open(kind, chip);
        _board.Advance(60_000);
        Assert.Empty(_board.Posted());
        Assert.Equal((true, 1), (_health.Up, _health.Errors));
        Assert.Contains($"({status})", _health.LastError, StringComparison.Ordinal);
        chip.Status = RangeStatus.Valid;
        _board.Advance(2_000);
        Assert.Equal([Sensed(true)], _board.Posted());
    }

    [Theory, MemberData(nameof(Chips))]
    public void What_was_seen_before_the_sun_came_is_not_repeated(string kind)
    {
        var chip = Chip(kind);
        chip.Millimetres = 500;
        using var sensor = Open(kind, chip);
        _board.Advance(2_000);
        Assert.Equal([Sensed(true)], _board.Posted());
        chip.Status = RangeStatus.Signal;
        _board.Advance(30_000);
        Assert.Empty(_board.Posted());
        (chip.Status, chip.Millimetres) = (RangeStatus.Valid, 800);
        _board.Advance(30_000);
        Assert.Empty(_board.Posted());
    }

    [Theory, MemberData(nameof(Chips))]
    public void A_chip_that_is_silent_says_nothing_and_is_back_by_itself(string kind)
    {
        var chip = Chip(kind);
        using var sensor = Open(kind, chip);
        _board.Advance(2_000);
        Assert.Equal([Sensed(false)], _board.Posted());
        chip.Fault = RangingFault.Silent;
        _board.Advance(60_000);
        Assert.Empty(_board.Posted());
        Assert.False(_health.Up);
        Assert.Contains("does not answer on I2C", _health.LastError, StringComparison.Ordinal);
        chip.LosePower();
        chip.Fault = RangingFault.None;
        chip.Millimetres = 500;
        _board.Advance(3_000);
        Assert.Equal([Sensed(true)], _board.Posted());
        Assert.True(_health.Up);
    }

    [Theory, MemberData(nameof(Chips))]
    public void A_chip_that_lost_its_supply_for_a_moment_is_set_up_anew(string kind)
    {
        var chip = Chip(kind);
        using var sensor = Open(kind, chip);
        _board.Advance(2_000);
        chip.LosePower();
        chip.Millimetres = 500;
        _board.Advance(6_000);
        Assert.Equal([Sensed(false), Sensed(true)], _board.Posted());
        Assert.Contains("measured nothing", _health.LastError, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Chips))]
    public void A_chip_that_never_ends_a_measurement_says_nothing(string kind)
    {
        var chip = Chip(kind);
        chip.Fault = RangingFault.Stuck;
        using var sensor = Open(kind, chip);
        _board.Advance(60_000);
        Assert.Empty(_board.Posted());
        Assert.NotEqual(true, _health.Up);
        Assert.Contains("supply", _health.LastError, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Chips))]
    public void Another_chip_at_the_address_is_not_believed_and_named(string kind)
    {
        var chip = Chip(kind);
        chip.Fault = RangingFault.WrongId;
        using var sensor = Open(kind, chip);
        _board.Advance(60_000);
        Assert.Empty(_board.Posted());
        Assert.Contains("Write its own kind", _health.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public void A_closed_sensor_says_nothing()
    {
        var chip = Chip("vl53l0x");
        Open("vl53l0x", chip).Dispose();
        _board.Advance(60_000);
        Assert.Empty(_board.Posted());
    }

    [Fact]
    public void A_bus_that_is_not_there_is_told_with_its_cure() =>
        Assert.Contains("dtparam=i2c_arm=on", Assert.Throws<HardwareMissingException>(() => Vl53l0x.OnI2c(31)).Message, StringComparison.Ordinal);

    [Theory, MemberData(nameof(Chips))]
    public void Noise_on_the_wires_neither_hangs_nor_throws(string kind)
    {
        for (var seed = 0; seed < Fuzz.Sample / 10; seed++)
        {
            using var board = new Board();
            using var sensor = new DistanceSensor(() => Driver(kind, new NoisyI2c(seed)), Desk, (70, 90), TimeSpan.FromSeconds(10), board.Events, new("desk"), board.Time, () => board.Time.Uptime);
            board.Advance(10_000);
            Assert.Equal(TimeSpan.FromSeconds(10), board.Time.Uptime);
        }
    }

    private static SiteEvent.DeskSensed Sensed(bool present) => new(Desk, present);

    private static IRangingChip Driver(string kind, I2cDevice wire) => kind == "vl53l0x" ? new Vl53l0x(wire) : new Vl53l1x(wire);

    private VirtualRangingChip Chip(string kind) => kind == "vl53l0x" ? new VirtualVl53l0x(_board.Time) : new VirtualVl53l1x(_board.Time);

    private DistanceSensor Open(string kind, VirtualRangingChip chip) =>
        new(() => Driver(kind, chip), Desk, (70, 90), TimeSpan.FromSeconds(10), _board.Events, _health, _board.Time, () => _board.Time.Uptime);
}
