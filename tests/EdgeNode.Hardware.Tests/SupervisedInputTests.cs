using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;
using Xunit;

namespace EdgeNode.Hardware.Tests;

/// <summary>Contacts, exit buttons and tamper loops with resistors at their end, through each converter.</summary>
public sealed class SupervisedInputTests : IDisposable
{
    private static readonly DoorId Door = new("street");
    private static readonly SiteEvent Asked = new SiteEvent.RequestToExit(Door);
    private readonly Board _board = new();
    private readonly DeviceHealth _health = new("converter box");

    private Action<ConverterFault> _setFault = _ => { };
    private SupervisedInputs? _inputs;

    private ConverterFault Fault
    {
        set => _setFault(value);
    }

    public static TheoryData<string> Converters { get; } = ["mcp3008", "ads1115"];

    public void Dispose()
    {
        _inputs?.Dispose();
        _board.Dispose();
    }

    [Theory, MemberData(nameof(Converters))]
    public void A_contact_is_told_once_for_each_of_its_four_states(string kind)
    {
        var loop = Open(kind, events => SupervisedDoor.Contact(0, closedWhenShut: true, Door, events));
        loop.IsClosed = true;
        Assert.Equal([Wire(DoorWire.Contact, WireCondition.Normal), Contact(ContactState.Closed)], Settle());
        loop.IsClosed = false;
        Assert.Equal([Wire(DoorWire.Contact, WireCondition.Normal), Contact(ContactState.Open)], Settle());
        loop.IsCut = true;
        Assert.Equal([Wire(DoorWire.Contact, WireCondition.Cut)], Settle());
        loop.IsShort = true;
        Assert.Equal([Wire(DoorWire.Contact, WireCondition.Short)], Settle());
        Assert.Empty(Settle());
        (loop.IsCut, loop.IsShort, loop.IsClosed) = (false, false, true);
        Assert.Equal([Wire(DoorWire.Contact, WireCondition.Normal), Contact(ContactState.Closed)], Settle());
        Assert.Equal((true, 0), (_health.Up, _health.Errors));
    }

    [Theory, MemberData(nameof(Converters))]
    public void A_contact_that_is_open_while_the_door_is_shut_tells_the_same_faults(string kind)
    {
        var loop = Open(kind, events => SupervisedDoor.Contact(0, closedWhenShut: false, Door, events));
        Assert.Equal(Contact(ContactState.Closed), Settle()[^1]);
        loop.IsCut = true;
        Assert.Equal([Wire(DoorWire.Contact, WireCondition.Cut)], Settle());
    }

    [Theory, MemberData(nameof(Converters))]
    public void An_exit_button_asks_once_when_it_is_pressed_and_never_by_a_short_a_cut_or_a_repair(string kind)
    {
        var loop = Open(kind, events => SupervisedDoor.ExitButton(0, Door, events));
        loop.IsClosed = true;
        Assert.DoesNotContain(Asked, Settle());
        loop.IsClosed = false;
        Assert.DoesNotContain(Asked, Settle());
        loop.IsClosed = true;
        Assert.Single(Settle(), told => told == Asked);
        Assert.Empty(Settle());
        loop.IsShort = true;
        Assert.Equal([Wire(DoorWire.ExitButton, WireCondition.Short)], Settle());
        loop.IsShort = false;
        Assert.Equal([Wire(DoorWire.ExitButton, WireCondition.Normal)], Settle());
        (loop.IsClosed, loop.IsCut) = (false, true);
        Assert.Equal([Wire(DoorWire.ExitButton, WireCondition.Cut)], Settle());
        (loop.IsClosed, loop.IsCut) = (true, false);
        Assert.Equal([Wire(DoorWire.ExitButton, WireCondition.Normal)], Settle());
        loop.IsClosed = false;
        Settle();
        loop.IsClosed = true;
        Assert.Single(Settle(), told => told == Asked);
    }

    [Theory, MemberData(nameof(Converters))]
    public void A_tamper_loop_tells_an_open_housing_a_cut_and_a_short_apart(string kind)
    {
        var loop = Open(kind, events => SupervisedDoor.Tamper(0, Door, events));
        loop.IsClosed = true;
        Assert.Equal([Wire(DoorWire.Tamper, WireCondition.Normal)], Settle());
        loop.IsClosed = false;
        Assert.Equal([Wire(DoorWire.Tamper, WireCondition.Tampered)], Settle());
        loop.IsCut = true;
        Assert.Equal([Wire(DoorWire.Tamper, WireCondition.Cut)], Settle());
        loop.IsShort = true;
        Assert.Equal([Wire(DoorWire.Tamper, WireCondition.Short)], Settle());
    }

    [Theory, MemberData(nameof(Converters))]
    public void A_converter_that_is_silent_or_hangs_is_told_within_a_second_and_is_back_by_itself(string kind)
    {
        var loop = Open(kind, events => SupervisedDoor.Contact(0, closedWhenShut: true, Door, events));
        loop.IsClosed = true;
        Settle();
        var faults = kind == "mcp3008" ? [ConverterFault.Silent, ConverterFault.Brownout] : (ConverterFault[])[ConverterFault.Silent, ConverterFault.Stuck, ConverterFault.Brownout];
        Assert.All(faults, fault =>
        {
            Fault = fault;
            _board.Advance(1_000);
            Assert.Equal([Wire(DoorWire.Contact, WireCondition.Silent)], _board.Posted());
            Assert.False(_health.Up);
            Assert.Contains("Look at", _health.LastError, StringComparison.Ordinal);
            Fault = ConverterFault.None;
            _board.Advance(2_000);
            Assert.Equal([Wire(DoorWire.Contact, WireCondition.Normal), Contact(ContactState.Closed)], _board.Posted());
            Assert.True(_health.Up);
        });
    }

    [Theory, MemberData(nameof(Converters))]
    public void One_lost_answer_is_no_alarm(string kind)
    {
        var loop = Open(kind, events => SupervisedDoor.Contact(0, closedWhenShut: true, Door, events));
        loop.IsClosed = true;
        Settle();
        Fault = ConverterFault.Silent;
        _board.Advance(50);
        Fault = ConverterFault.None;
        Assert.Empty(Settle());
        Assert.InRange(_health.Errors, 1, 2);
    }

    [Fact]
    public void A_converter_whose_line_is_stuck_at_ground_is_an_alarm_and_no_closed_door()
    {
        var loop = Open("mcp3008", events => SupervisedDoor.Contact(0, closedWhenShut: true, Door, events));
        loop.IsClosed = true;
        Settle();
        Fault = ConverterFault.Stuck;
        Assert.Equal([Wire(DoorWire.Contact, WireCondition.Short)], Settle());
    }

    [Fact]
    public void A_contact_that_bounces_is_told_once()
    {
        var loop = Open("mcp3008", events => SupervisedDoor.Contact(0, closedWhenShut: true, Door, events));
        loop.IsClosed = true;
        Settle();
        for (var bounce = 0; bounce < 10; bounce++)
        {
            loop.IsClosed = !loop.IsClosed;
            _board.Advance(25);
        }

        loop.IsClosed = false;
        Assert.Equal(Contact(ContactState.Open), Assert.Single(Settle(), told => told is SiteEvent.ContactChanged));
    }

    /// <summary>Resistors 5 % off, 100 ohm of wire, a damp cable: no combination is taken for another state.</summary>
    [Fact]
    public void Every_state_is_told_apart_with_the_worst_resistors_the_longest_wire_and_a_leak()
    {
        double[] errors = [0.95, 1, 1.05];
        foreach (var (pullUp, inLine, across, wire, leak) in
            from pullUp in errors from inLine in errors from across in errors from wire in (double[])[0, 100] from leak in (double[])[47_000, 10_000_000] select (pullUp, inLine, across, wire, leak))
        {
            var loop = new VirtualLoop { Error = (pullUp, inLine, across), Wire = wire, Leak = leak };
            Assert.Equal(LoopState.Open, LoopLevels.Of(loop.Share));
            loop.IsClosed = true;
            Assert.Equal(LoopState.Closed, LoopLevels.Of(loop.Share));
            loop.IsCut = true;
            Assert.Equal(LoopState.Cut, LoopLevels.Of(loop.Share));
            loop.IsShort = true;
            Assert.Equal(LoopState.Short, LoopLevels.Of(loop.Share));
        }
    }

    [Fact]
    public void Both_converters_measure_the_same_loop_alike()
    {
        var (mcp3008, ads1115) = (new VirtualMcp3008(), new VirtualAds1115());
        for (var channel = 0; channel < Ads1115.Channels; channel++)
        {
            mcp3008.Loops[channel].Wire = ads1115.Loops[channel].Wire = channel * 700;
            var (one, other) = (new Mcp3008(mcp3008).Measure(channel), new Ads1115(ads1115).Measure(channel));
            Assert.Equal(mcp3008.Loops[channel].Share, one, 0.001);
            Assert.Equal(one, other, 0.001);
        }
    }

    [Fact]
    public void What_finds_no_room_is_told_again()
    {
        var room = 0;
        List<LoopState> told = [];
        var chip = new VirtualMcp3008();
        using var inputs = new SupervisedInputs(
            () => new Mcp3008(chip), [new(0, state => room-- > 0 && Told(state))], _health, _board.Time, () => _board.Time.Uptime);
        _board.Advance(1_000);
        Assert.Empty(told);
        room = 5;
        _board.Advance(1_000);
        Assert.Equal([LoopState.Open], told);

        bool Told(LoopState state)
        {
            told.Add(state);
            return true;
        }
    }

    [Fact]
    public void A_plain_tamper_input_tells_an_open_housing_and_a_cut_wire_alike()
    {
        _board.Chip.SetInput(5, false);
        using (new TamperInput(_board.Gpio, 5, Door, _board.Events, _board.Time))
        {
            Assert.Equal([Wire(DoorWire.Tamper, WireCondition.Normal)], Settle());
            _board.Chip.SetInput(5, true);
            Assert.Equal([Wire(DoorWire.Tamper, WireCondition.Tampered)], Settle());
        }

        _board.Chip.SetInput(5, false);
        Assert.Empty(Settle());
        Assert.False(_board.Chip.IsOpen(5));
    }

    [Theory, MemberData(nameof(Converters))]
    public void Noise_on_the_wires_neither_hangs_nor_throws(string kind)
    {
        for (var seed = 0; seed < Fuzz.Sample / 10; seed++)
        {
            using var board = new Board();
            using var inputs = new SupervisedInputs(
                () => kind == "mcp3008" ? new Mcp3008(new NoisySpi(seed)) : new Ads1115(new NoisyI2c(seed)),
                [SupervisedDoor.Contact(0, closedWhenShut: true, Door, board.Events)],
                new("box"),
                board.Time,
                () => board.Time.Uptime);
            board.Advance(2_000);
            Assert.Equal(TimeSpan.FromSeconds(2), board.Time.Uptime);
        }
    }

    private static SiteEvent Wire(DoorWire wire, WireCondition condition) => new SiteEvent.DoorWireChanged(Door, wire, condition);

    private static SiteEvent Contact(ContactState state) => new SiteEvent.ContactChanged(Door, state);

    private SiteEvent[] Settle()
    {
        _board.Advance(500);
        return _board.Posted();
    }

    private VirtualLoop Open(string kind, Func<System.Threading.Channels.ChannelWriter<SiteEvent>, SupervisedLoop> loop)
    {
        var (mcp3008, ads1115) = (new VirtualMcp3008(), new VirtualAds1115());
        _setFault = fault => (mcp3008.Fault, ads1115.Fault) = (fault, fault);
        _inputs = new(
            () => kind == "mcp3008" ? new Mcp3008(mcp3008) : new Ads1115(ads1115), [loop(_board.Events)], _health, _board.Time, () => _board.Time.Uptime);
        return kind == "mcp3008" ? mcp3008.Loops[0] : ads1115.Loops[0];
    }
}
