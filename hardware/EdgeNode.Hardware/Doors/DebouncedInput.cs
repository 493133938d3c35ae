using System.Device.Gpio;

namespace EdgeNode.Hardware;

/// <summary>An input line that counts only once it has been still for a while.</summary>
internal sealed class DebouncedInput : IDisposable
{
    private static readonly TimeSpan Still = TimeSpan.FromMilliseconds(30);
    private readonly GpioController _gpio;
    private readonly int _pin;
    private readonly Action<bool> _changed;
    private readonly Lock _lock = new();
    private readonly ITimer _timer;
    private bool? _settled;

    /// <param name="gpio">The chip.</param>
    /// <param name="pin">Line number.</param>
    /// <param name="changed">Called with the level when it has settled: first soon after opening, then on every change.</param>
    /// <param name="time">Timers.</param>
    public DebouncedInput(GpioController gpio, int pin, Action<bool> changed, TimeProvider time)
    {
        (_gpio, _pin, _changed) = (gpio, pin, changed);
        gpio.OpenPin(pin, PinMode.InputPullUp);
        _timer = time.CreateTimer(_ => Settle(), null, Still, Timeout.InfiniteTimeSpan);
        gpio.RegisterCallbackForPinValueChangedEvent(pin, PinEventTypes.Falling | PinEventTypes.Rising, OnEdge);
    }

    public void Dispose()
    {
        _gpio.UnregisterCallbackForPinValueChangedEvent(_pin, OnEdge);
        _timer.Dispose();
        _gpio.ClosePin(_pin);
    }

    private void OnEdge(object sender, PinValueChangedEventArgs edge) => _timer.Change(Still, Timeout.InfiniteTimeSpan);

    private void Settle()
    {
        lock (_lock)
        {
            var high = _gpio.Read(_pin) == PinValue.High;
            if (_settled != high)
            {
                _settled = high;
                _changed(high);
            }
        }
    }
}
