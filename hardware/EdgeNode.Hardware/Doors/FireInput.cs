using System.Device.Gpio;
using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>The contact of the fire alarm, read at the start and at each change. It is only mirrored: wiring releases the doors.</summary>
public sealed class FireInput : IDisposable
{
    private readonly DebouncedInput _input;

    /// <summary>Opens the line.</summary>
    /// <param name="gpio">The chip.</param>
    /// <param name="pin">The line.</param>
    /// <param name="activeHigh">Whether the line is high during an alarm; a cut wire is one where the line rests low or is pulled so.</param>
    /// <param name="events">Where events go.</param>
    /// <param name="time">Timers.</param>
    public FireInput(GpioController gpio, int pin, bool activeHigh, ChannelWriter<SiteEvent> events, TimeProvider time) =>
        _input = new(gpio, pin, PinMode.InputPullUp, high => events.TryWrite(new SiteEvent.FireInputChanged(high == activeHigh)), time);

    /// <inheritdoc/>
    public void Dispose() => _input.Dispose();
}
