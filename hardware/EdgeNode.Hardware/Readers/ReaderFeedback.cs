using System.Device.Gpio;
using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>Light and buzzer of a reader. Every pattern ends by itself; one denial looks like any other.</summary>
public sealed class ReaderFeedback : IDisposable
{
    private readonly GpioController _gpio;
    private readonly int? _led;
    private readonly int? _buzzer;
    private readonly Lock _lock = new();
    private readonly ITimer _off;
    private bool _closed;

    /// <summary>Takes its pins, dark and silent.</summary>
    /// <param name="gpio">Their chip.</param>
    /// <param name="led">Light, high while on; null = not wired.</param>
    /// <param name="buzzer">Buzzer, high while on; null = not wired.</param>
    /// <param name="time">Whose timers end a pattern.</param>
    public ReaderFeedback(GpioController gpio, int? led, int? buzzer, TimeProvider time)
    {
        (_gpio, _led, _buzzer) = (gpio, led, buzzer);
        _off = time.CreateTimer(_ => TurnOff(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        foreach (var pin in Outputs())
        {
            gpio.OpenPin(pin, PinMode.Output, PinValue.Low);
        }
    }

    /// <summary>Shows a signal in place of the one before.</summary>
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

    /// <inheritdoc/>
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
        if (_led is { } led)
        {
            _gpio.Write(led, light ? PinValue.High : PinValue.Low);
        }

        if (_buzzer is { } sound)
        {
            _gpio.Write(sound, buzzer ? PinValue.High : PinValue.Low);
        }
    }

    private IEnumerable<int> Outputs() => new[] { _led, _buzzer }.OfType<int>();
}
