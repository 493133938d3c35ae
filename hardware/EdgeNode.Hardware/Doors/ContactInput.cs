using System.Device.Gpio;
using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>A door contact between a line and ground, with the chip's pull-up.</summary>
public sealed class ContactInput : IDisposable
{
    private readonly DebouncedInput _input;

    /// <summary>Opens the line; the first reading is posted like a change.</summary>
    /// <param name="gpio">The chip.</param>
    /// <param name="pin">Line number.</param>
    /// <param name="closedWhenShut">The contact is closed, the line low, while the door is shut: then a cut wire reads as open.</param>
    /// <param name="door">The door.</param>
    /// <param name="events">Where events go.</param>
    /// <param name="time">Timers.</param>
    public ContactInput(GpioController gpio, int pin, bool closedWhenShut, DoorId door, ChannelWriter<SiteEvent> events, TimeProvider time) =>
        _input = new(
            gpio,
            pin,
            PinMode.InputPullUp,
            high => events.TryWrite(new SiteEvent.ContactChanged(door, high == closedWhenShut ? ContactState.Open : ContactState.Closed)),
            time);

    /// <inheritdoc/>
    public void Dispose() => _input.Dispose();
}
