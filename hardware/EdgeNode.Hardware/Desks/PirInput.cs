using System.Device.Gpio;
using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>A passive infrared sensor on a line, high while it sees movement. Reports at every interval, since silence means unknown.</summary>
public sealed class PirInput : IDisposable
{
    private readonly GpioController _gpio;
    private readonly int _pin;
    private readonly Action _report;
    private readonly ITimer _timer;

    /// <summary>Opens the line and begins to report.</summary>
    public PirInput(GpioController gpio, int pin, ResourceId desk, TimeSpan interval, ChannelWriter<SiteEvent> events, TimeProvider time)
    {
        (_gpio, _pin) = (gpio, pin);
        _report = () => events.TryWrite(new SiteEvent.DeskSensed(desk, gpio.Read(pin) == PinValue.High));
        gpio.OpenPin(pin, PinMode.InputPullDown);
        gpio.RegisterCallbackForPinValueChangedEvent(pin, PinEventTypes.Falling | PinEventTypes.Rising, OnEdge);
        _timer = time.CreateTimer(_ => _report(), null, interval, interval);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        _gpio.UnregisterCallbackForPinValueChangedEvent(_pin, OnEdge);
        _gpio.ClosePin(_pin);
    }

    private void OnEdge(object sender, PinValueChangedEventArgs edge) => _report();
}
