using System.Device.Gpio;
using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>Light and buzzer of a reader. Every pattern ends by itself; one denial looks like any other.</summary>
internal sealed class ReaderFeedback : IDisposable
{
    private readonly GpioController _gpio;
    private readonly WiegandPins _pins;
    private readonly Lock _lock = new();
    private readonly ITimer _off;
    private bool _closed;

    public ReaderFeedback(GpioController gpio, WiegandPins pins, TimeProvider time)
    {
        (_gpio, _pins) = (gpio, pins);
        _off = time.CreateTimer(_ => TurnOff(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        foreach (var pin in Outputs())
        {
            gpio.OpenPin(pin, PinMode.Output, PinValue.Low);
        }
    }

    public void Show(ReaderSignal signal)
    {
        var (light, buzzer, length) = signal switch
        {
            ReaderSignal.Granted => (true, false, TimeSpan.FromSeconds(2)),
            ReaderSignal.EnterPin or ReaderSignal.Wait => (false, true, TimeSpan.FromMilliseconds(100)),
            ReaderSignal.HeldOpenWarning => (false, true, TimeSpan.FromSeconds(3)),
            _ => (false, true, TimeSpan.FromMilliseconds(600)),
        };
        lock (_lock)
        {
            Set(light, buzzer);
            _off.Change(length, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            Set(false, false);
            _closed = true;
            _off.Dispose();
            foreach (var pin in Outputs())
            {
                _gpio.ClosePin(pin);
            }
        }
    }

    private void TurnOff()
    {
        lock (_lock)
        {
            // A timer that was already due still fires after it is disposed.
            if (!_closed)
            {
                Set(false, false);
            }
        }
    }

    private void Set(bool light, bool buzzer)
    {
        if (_pins.Led is { } led)
        {
            _gpio.Write(led, light ? PinValue.High : PinValue.Low);
        }

        if (_pins.Buzzer is { } sound)
        {
            _gpio.Write(sound, buzzer ? PinValue.High : PinValue.Low);
        }
    }

    private IEnumerable<int> Outputs() => new[] { _pins.Led, _pins.Buzzer }.OfType<int>();
}
