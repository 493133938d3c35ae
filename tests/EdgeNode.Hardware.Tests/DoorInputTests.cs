using System.Device.Gpio;
using System.Threading.Channels;
using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;
using Xunit;

namespace EdgeNode.Hardware.Tests;

public sealed class DoorInputTests : IDisposable
{
    private static readonly DoorId Door = new("street");
    private readonly Board _board = new();

    public void Dispose() => _board.Dispose();

    [Theory, InlineData(true), InlineData(false)]
    public void A_door_whose_contact_bounces_is_told_exactly_once_per_move(bool closedWhenShut)
    {
        var door = Hang(closedWhenShut, exitActiveHigh: false);
        using var contact = Contact(closedWhenShut);
        _board.Advance(1000);
        Assert.Equal([Told(ContactState.Closed)], _board.Posted());
        for (var move = 0; move < 3; move++)
        {
            door.Force();
            _board.Advance(1000);
            Assert.Equal([Told(ContactState.Open)], _board.Posted());
            door.Close();
            _board.Advance(1000);
            Assert.Equal([Told(ContactState.Closed)], _board.Posted());
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_door_that_stands_open_at_the_start_is_told_as_open(bool closedWhenShut)
    {
        Hang(closedWhenShut, exitActiveHigh: false).Force();
        _board.Advance(1000);
        using var contact = Contact(closedWhenShut);
        _board.Advance(1000);
        Assert.Equal([Told(ContactState.Open)], _board.Posted());
    }

    [Fact]
    public void A_contact_that_only_flickers_tells_nothing()
    {
        Hang(closedWhenShut: true, exitActiveHigh: false);
        using var contact = Contact(closedWhenShut: true);
        _board.Advance(1000);
        _board.Posted();
        for (var flicker = 0; flicker < 5; flicker++)
        {
            _board.Chip.SetInput(27, true);
            _board.Advance(29);
            _board.Chip.SetInput(27, false);
            _board.Advance(29);
        }

        _board.Advance(1000);
        Assert.Empty(_board.Posted());
    }

    [Fact]
    public void A_move_is_told_once_the_contact_has_been_still_for_30_ms()
    {
        Hang(closedWhenShut: true, exitActiveHigh: false);
        using var contact = Contact(closedWhenShut: true);
        _board.Advance(1000);
        _board.Posted();
        _board.Chip.SetInput(27, true);
        _board.Advance(29);
        Assert.Empty(_board.Posted());
        _board.Advance(1);
        Assert.Equal([Told(ContactState.Open)], _board.Posted());
    }

    [Fact]
    public void A_move_that_finds_the_channel_full_is_told_as_soon_as_there_is_room()
    {
        var full = Channel.CreateBounded<SiteEvent>(1);
        var door = Hang(closedWhenShut: true, exitActiveHigh: false);
        using var contact = new ContactInput(_board.Gpio, 27, true, Door, full.Writer, _board.Time);
        _board.Advance(1000);
        door.Force();
        _board.Advance(1000);
        Assert.Equal([Told(ContactState.Closed)], full.Reader.ReadAllAvailable().Take(1));
        _board.Advance(30);
        Assert.Equal([Told(ContactState.Open)], full.Reader.ReadAllAvailable());
        _board.Advance(1000);
        Assert.Empty(full.Reader.ReadAllAvailable());
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_press_of_the_exit_button_asks_once(bool activeHigh)
    {
        var door = Hang(closedWhenShut: true, activeHigh);
        using var button = Button(activeHigh);
        _board.Advance(1000);
        Assert.Empty(_board.Posted());
        door.PressExit();
        _board.Advance(1000);
        door.PressExit();
        _board.Advance(1000);
        Assert.Equal([new SiteEvent.RequestToExit(Door), new SiteEvent.RequestToExit(Door)], _board.Posted());
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_button_that_is_held_at_the_start_asks_for_nothing_until_it_is_pressed_again(bool activeHigh)
    {
        var door = Hang(closedWhenShut: true, activeHigh);
        _board.Chip.SetInput(22, activeHigh);
        using var button = Button(activeHigh);
        _board.Advance(10_000);
        _board.Chip.SetInput(22, !activeHigh);
        _board.Advance(1000);
        Assert.Empty(_board.Posted());
        door.PressExit();
        _board.Advance(1000);
        Assert.Equal([new SiteEvent.RequestToExit(Door)], _board.Posted());
    }

    [Theory, InlineData(true, PinMode.InputPullDown), InlineData(false, PinMode.InputPullUp)]
    public void A_button_is_pulled_to_its_level_in_rest(bool activeHigh, PinMode pull)
    {
        using var button = Button(activeHigh);
        Assert.Equal(pull, _board.Gpio.GetPinMode(22));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_fire_input_is_told_at_the_start_and_at_each_change_but_no_bounce_of_it(bool activeHigh)
    {
        _board.Chip.SetInput(23, activeHigh);
        using var input = new FireInput(_board.Gpio, 23, activeHigh, _board.Events, _board.Time);
        _board.Advance(1000);
        _board.Chip.SetInput(23, !activeHigh);
        _board.Advance(1);
        _board.Chip.SetInput(23, activeHigh);
        _board.Advance(1000);
        _board.Chip.SetInput(23, !activeHigh);
        _board.Advance(1000);
        Assert.Equal([new SiteEvent.FireInputChanged(true), new SiteEvent.FireInputChanged(false)], _board.Posted());
    }

    [Fact]
    public void Closed_inputs_leave_their_lines_free()
    {
        Contact(closedWhenShut: true).Dispose();
        Button(activeHigh: false).Dispose();
        Assert.False(_board.Chip.IsOpen(27) || _board.Chip.IsOpen(22));
        Hang(closedWhenShut: true, exitActiveHigh: false).PressExit();
        _board.Advance(1000);
        Assert.Empty(_board.Posted());
    }

    private static SiteEvent.ContactChanged Told(ContactState state) => new(Door, state);

    private VirtualDoor Hang(bool closedWhenShut, bool exitActiveHigh)
    {
        var door = new VirtualDoor(_board.Time, _board.Chip, new(17, true, false, 27, closedWhenShut, 22, exitActiveHigh));
        door.Idle();
        return door;
    }

    private ContactInput Contact(bool closedWhenShut) => new(_board.Gpio, 27, closedWhenShut, Door, _board.Events, _board.Time);

    private ExitButton Button(bool activeHigh) => new(_board.Gpio, 22, activeHigh, Door, _board.Events, _board.Time);
}
