using System.Device.Gpio;
using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>A loop through the contacts of housings between a line and ground, with the chip's pull-up: closed while all are shut, so that a cut wire is an alarm too.</summary>
public sealed class TamperInput : IDisposable
{
    private readonly DebouncedInput _input;

    /// <summary>Opens the line; the first reading is posted like a change.</summary>
    public TamperInput(GpioController gpio, int pin, DoorId door, ChannelWriter<SiteEvent> events, TimeProvider time) => _input = new(
        gpio,
        pin,
        PinMode.InputPullUp,
        high => events.TryWrite(new SiteEvent.DoorWireChanged(door, DoorWire.Tamper, high ? WireCondition.Tampered : WireCondition.Normal)),
        time);

    /// <inheritdoc/>
    public void Dispose() => _input.Dispose();
}
