using System.Device.Gpio;
using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>A request-to-exit button, pulled to its level in rest. A button that is held down at the start asks for nothing.</summary>
public sealed class ExitButton : IDisposable
{
    private readonly DebouncedInput _input;
    private bool _started;

    /// <summary>Opens the line.</summary>
    public ExitButton(GpioController gpio, int pin, bool activeHigh, DoorId door, ChannelWriter<SiteEvent> events, TimeProvider time) =>
        _input = new(
            gpio, pin, activeHigh ? PinMode.InputPullDown : PinMode.InputPullUp, high => Changed(high == activeHigh, door, events), time);

    /// <inheritdoc/>
    public void Dispose() => _input.Dispose();

    private bool Changed(bool pressed, DoorId door, ChannelWriter<SiteEvent> events)
    {
        var asks = pressed && _started;
        _started = true;
        return !asks || events.TryWrite(new SiteEvent.RequestToExit(door));
    }
}
