using System.Device.Gpio;

namespace EdgeNode.Hardware;

/// <summary>An input line that counts only once it has been still for a while.</summary>
internal sealed class DebouncedInput : IDisposable
{
    private static readonly TimeSpan Still = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Bounce = TimeSpan.FromMilliseconds(5);
    private readonly GpioController _gpio;
    private readonly int _pin;
    private readonly Func<bool, bool> _changed;
    private readonly Lock _lock = new();
    private readonly ITimer _timer;
    private bool? _settled;
    private bool _closed;

    /// <param name="gpio">The chip.</param>
    /// <param name="pin">Line number.</param>
    /// <param name="pull">The line's mode: pulled to its level in rest.</param>
    /// <param name="changed">
    /// Called with the level when it has settled: first soon after opening, then on every change. False = it could not be told to
    /// anybody yet: it is asked again, with the level of then.
    /// </param>
    /// <param name="time">Timers.</param>
    public DebouncedInput(GpioController gpio, int pin, PinMode pull, Func<bool, bool> changed, TimeProvider time)
    {
        (_gpio, _pin, _changed) = (gpio, pin, changed);

        // The kernel keeps a chattering wire from waking anybody; what the rest of the time is still is decided here.
        (gpio as LineController)?.Debounce(pin, Bounce);
        gpio.OpenPin(pin, pull);
        _timer = time.CreateTimer(_ => Settle(), null, Still, Timeout.InfiniteTimeSpan);
        gpio.RegisterCallbackForPinValueChangedEvent(pin, PinEventTypes.Falling | PinEventTypes.Rising, OnEdge);
    }

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

    private void OnEdge(object sender, PinValueChangedEventArgs edge) => _timer.Change(Still, Timeout.InfiniteTimeSpan);

    private void Settle()
    {
        lock (_lock)
        {
            // A timer that was already due still fires after it is disposed.
            if (_closed)
            {
                return;
            }

            var high = _gpio.Read(_pin) == PinValue.High;
            if (_settled == high)
            {
                return;
            }

            if (_changed(high))
            {
                _settled = high;
            }
            else
            {
                _timer.Change(Still, Timeout.InfiniteTimeSpan);
            }
        }
    }
}
