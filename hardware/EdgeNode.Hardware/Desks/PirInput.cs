using System.Device.Gpio;
using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>A passive infrared sensor on a line, high while it sees movement. Reports at every interval, since silence means unknown.</summary>
public sealed class PirInput : IDisposable
{
    private readonly GpioController _gpio;
    private readonly int _pin;
    private readonly Action<bool> _report;
    private readonly Lock _lock = new();
    private readonly ITimer _timer;
    private bool _closed;

    /// <summary>Opens the line and begins to report.</summary>
    public PirInput(GpioController gpio, int pin, ResourceId desk, TimeSpan interval, ChannelWriter<SiteEvent> events, TimeProvider time)
    {
        (_gpio, _pin) = (gpio, pin);
        _report = high => events.TryWrite(new SiteEvent.DeskSensed(desk, high));
        gpio.OpenPin(pin, PinMode.InputPullDown);
        gpio.RegisterCallbackForPinValueChangedEvent(pin, PinEventTypes.Falling | PinEventTypes.Rising, OnEdge);
        _timer = time.CreateTimer(_ => Report(), null, interval, interval);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gpio.UnregisterCallbackForPinValueChangedEvent(_pin, OnEdge);
        lock (_lock)
        {
            _closed = true;
            _timer.Dispose();
            _gpio.ClosePin(_pin);
        }
    }

    private void OnEdge(object sender, PinValueChangedEventArgs edge) => _report(edge.ChangeType == PinEventTypes.Rising);

    private void Report()
    {
        lock (_lock)
        {
            // A timer that was already due still fires after it is disposed.
            if (!_closed)
            {
                _report(_gpio.Read(_pin) == PinValue.High);
            }
        }
    }
}
