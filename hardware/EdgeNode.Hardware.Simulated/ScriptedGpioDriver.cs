using System.Device.Gpio;

namespace EdgeNode.Hardware.Simulated;

/// <summary>
/// A GPIO chip without a chip, under a real <see cref="GpioController"/>: inputs are set by a script, every change of an output
/// is kept in a trace. Callbacks run in the thread that sets the input.
/// </summary>
public sealed class ScriptedGpioDriver(SimulatedTime time, int pinCount = 54) : GpioDriver
{
    private readonly Line[] _lines = [.. Enumerable.Range(0, pinCount).Select(_ => new Line())];
    private readonly List<OutputChange> _trace = [];

    /// <summary>Every change of an output since the chip was made, oldest first.</summary>
    public IReadOnlyList<OutputChange> Trace => _trace;

    /// <inheritdoc/>
    protected override int PinCount => pinCount;

    /// <summary>Raised when an output changes.</summary>
    public event Action<int, bool>? OutputChanged;

    /// <summary>The level of a line, whoever drives it.</summary>
    public bool IsHigh(int pin) => _lines[pin].High;

    /// <summary>Whether somebody has opened a line.</summary>
    public bool IsOpen(int pin) => _lines[pin].Open;

    /// <summary>Sets an input from outside.</summary>
    public void SetInput(int pin, bool high)
    {
        var line = _lines[pin];
        if (line.High == high)
        {
            return;
        }

        line.High = high;
        var edge = high ? PinEventTypes.Rising : PinEventTypes.Falling;
        foreach (var (events, callback) in line.Callbacks.ToArray())
        {
            if (events.HasFlag(edge))
            {
                callback(this, new LineEdge(edge, pin, time.Uptime, afterLoss: false));
            }
        }
    }

    /// <inheritdoc/>
    protected override void OpenPin(int pinNumber) => _lines[pinNumber].Open = true;

    /// <inheritdoc/>
    protected override void ClosePin(int pinNumber)
    {
        _lines[pinNumber].Open = false;
        _lines[pinNumber].Callbacks.Clear();
    }

    /// <inheritdoc/>
    protected override void SetPinMode(int pinNumber, PinMode mode) => _lines[pinNumber].Mode = mode;

    /// <inheritdoc/>
    protected override void SetPinMode(int pinNumber, PinMode mode, PinValue initialValue)
    {
        // Direction and first value in one operation, as the kernel's own interface does it.
        _lines[pinNumber].Mode = mode;
        Write(pinNumber, initialValue);
    }

    /// <inheritdoc/>
    protected override PinMode GetPinMode(int pinNumber) => _lines[pinNumber].Mode;

    /// <inheritdoc/>
    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => true;

    /// <inheritdoc/>
    protected override PinValue Read(int pinNumber) => _lines[pinNumber].High ? PinValue.High : PinValue.Low;

    /// <inheritdoc/>
    protected override void Toggle(int pinNumber) => Write(pinNumber, !Read(pinNumber));

    /// <inheritdoc/>
    protected override void Write(int pinNumber, PinValue value)
    {
        var high = value == PinValue.High;
        if (_lines[pinNumber].High != high)
        {
            _lines[pinNumber].High = high;
            _trace.Add(new(time.Uptime, pinNumber, high));
            OutputChanged?.Invoke(pinNumber, high);
        }
    }

    /// <inheritdoc/>
    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback) =>
        _lines[pinNumber].Callbacks.Add((eventTypes, callback));

    /// <inheritdoc/>
    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback) =>
        _lines[pinNumber].Callbacks.RemoveAll(known => known.Callback == callback);

    /// <inheritdoc/>
    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A scripted chip has no thread to wait in; register a callback.");

    private sealed class Line
    {
        public bool Open { get; set; }

        public bool High { get; set; }

        public PinMode Mode { get; set; } = PinMode.Input;

        public List<(PinEventTypes Events, PinChangeEventHandler Callback)> Callbacks { get; } = [];
    }
}
