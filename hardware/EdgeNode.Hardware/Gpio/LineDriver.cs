using System.ComponentModel;
using System.Device.Gpio;

namespace EdgeNode.Hardware;

/// <summary>
/// The pins of one chip over the kernel's own interface. Edges of all inputs are told by one thread, each as a
/// <see cref="LineEdge"/>; a line that goes away is silent.
/// </summary>
/// <param name="chip">The chip's open file; closed with this.</param>
/// <param name="lines">How many lines it has.</param>
internal sealed class LineDriver(int chip, int lines) : GpioDriver
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, OpenLine> _open = [];
    private readonly Dictionary<int, TimeSpan> _debounce = [];
    private EdgeThread? _edges;

    /// <inheritdoc/>
    protected override int PinCount => lines;

    public void Debounce(int pin, TimeSpan still) => _debounce[pin] = still;

    /// <inheritdoc/>
    protected override void OpenPin(int pinNumber)
    {
        // The line is asked for with its mode: only then is its first value known.
    }

    /// <inheritdoc/>
    protected override void ClosePin(int pinNumber)
    {
        lock (_lock)
        {
            if (_open.Remove(pinNumber, out var line))
            {
                _edges?.Leave(line);
                _ = GpioDevice.close(line.File);
            }
        }
    }

    /// <inheritdoc/>
    protected override void SetPinMode(int pinNumber, PinMode mode) => SetPinMode(pinNumber, mode, PinValue.Low);

    /// <inheritdoc/>
    protected override void SetPinMode(int pinNumber, PinMode mode, PinValue initialValue)
    {
        lock (_lock)
        {
            if (_open.ContainsKey(pinNumber))
            {
                throw new InvalidOperationException($"Line {pinNumber} is open already. Close it before it changes its mode.");
            }

            var line = new OpenLine(pinNumber, mode, Request(pinNumber, mode, initialValue == PinValue.High));
            _open.Add(pinNumber, line);
            if (mode != PinMode.Output)
            {
                (_edges ??= new()).Watch(line);
            }
        }
    }

    /// <inheritdoc/>
    protected override PinMode GetPinMode(int pinNumber) => Find(pinNumber).Mode;

    /// <inheritdoc/>
    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) =>
        mode is PinMode.Input or PinMode.InputPullUp or PinMode.InputPullDown or PinMode.Output;

    /// <inheritdoc/>
    protected override PinValue Read(int pinNumber)
    {
        lock (_lock)
        {
            return GpioDevice.IsHigh(Find(pinNumber).File) ? PinValue.High : PinValue.Low;
        }
    }

    /// <inheritdoc/>
    protected override void Write(int pinNumber, PinValue value)
    {
        lock (_lock)
        {
            GpioDevice.Write(Find(pinNumber).File, value == PinValue.High);
        }
    }

    /// <inheritdoc/>
    protected override void Toggle(int pinNumber) => Write(pinNumber, !Read(pinNumber));

    /// <inheritdoc/>
    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback)
    {
        lock (_lock)
        {
            var line = Find(pinNumber);
            line.Add(eventTypes, callback);
            AskForEdges(pinNumber, line);
        }
    }

    /// <inheritdoc/>
    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback) =>
        Find(pinNumber).Remove(callback);

    /// <inheritdoc/>
    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) =>
        throw new NotSupportedException("No thread waits at a line; register a callback.");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var pin in _open.Keys.ToArray())
            {
                ClosePin(pin);
            }

            _edges?.Dispose();
            _ = GpioDevice.close(chip);
        }

        base.Dispose(disposing);
    }

    private int Request(int pin, PinMode mode, bool high)
    {
        try
        {
            return GpioDevice.RequestLine(chip, pin, Flags(mode, PinEventTypes.None), high, _debounce.GetValueOrDefault(pin));
        }
        catch (Win32Exception failure)
        {
            throw new HardwareMissingException(
                $"line {pin} of the GPIO chip cannot be used ({failure.Message}). Another program may hold it: gpioinfo names it. Free it, or choose another line.",
                failure);
        }
    }

    // Only the edges that somebody wants: asked for both, the kernel looks at the level to tell one from the other, and a pulse
    // of 50 us is over by then.
    private void AskForEdges(int pin, OpenLine line) =>
        GpioDevice.Reconfigure(line.File, Flags(line.Mode, line.Wanted), _debounce.GetValueOrDefault(pin));

    private static ulong Flags(PinMode mode, PinEventTypes edges) =>
        (mode == PinMode.Output ? GpioDevice.Output : GpioDevice.Input)
        | (mode == PinMode.InputPullUp ? GpioDevice.PullUp : 0)
        | (mode == PinMode.InputPullDown ? GpioDevice.PullDown : 0)
        | (edges.HasFlag(PinEventTypes.Rising) ? GpioDevice.RisingEdge : 0)
        | (edges.HasFlag(PinEventTypes.Falling) ? GpioDevice.FallingEdge : 0);

    private OpenLine Find(int pin) =>
        _open.GetValueOrDefault(pin) ?? throw new InvalidOperationException($"Line {pin} is not open. Open it with its mode first.");
}
