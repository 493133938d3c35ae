using System.Device.Gpio;
using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>
/// A Wiegand reader on two data lines: falling edges make bits, a gap ends the frame. The bits become a token here; no card
/// number leaves the driver. An event that finds the channel full is not queued elsewhere: the tap has to be repeated.
/// </summary>
public sealed class WiegandReader : IReader
{
    private readonly GpioController _gpio;
    private readonly WiegandPins _pins;
    private readonly AccessPointId _accessPoint;
    private readonly WiegandFormat[] _formats;
    private readonly IdentifierKey _key;
    private readonly ChannelWriter<SiteEvent> _events;
    private readonly TimeProvider _time;
    private readonly Func<TimeSpan> _uptime;
    private readonly Lock _lock = new();
    private readonly WiegandFrame _frame = new(Gap);
    private readonly ITimer _gap;
    private readonly ReaderFeedback _feedback;
    private readonly KeypadEntry _keypad;

    /// <summary>Opens the lines and listens.</summary>
    /// <param name="gpio">The chip.</param>
    /// <param name="pins">The lines.</param>
    /// <param name="accessPoint">Where the reader hangs.</param>
    /// <param name="formats">Names of the formats that it may send, of <see cref="WiegandFormats.All"/>.</param>
    /// <param name="key">Turns bits into tokens.</param>
    /// <param name="events">Where events go.</param>
    /// <param name="time">Timers of gap and feedback.</param>
    /// <param name="uptime">The node's uptime.</param>
    public WiegandReader(
        GpioController gpio,
        WiegandPins pins,
        AccessPointId accessPoint,
        IEnumerable<string> formats,
        IdentifierKey key,
        ChannelWriter<SiteEvent> events,
        TimeProvider time,
        Func<TimeSpan> uptime)
    {
        (_gpio, _pins, _accessPoint, _key, _events, _time, _uptime) = (gpio, pins, accessPoint, key, events, time, uptime);
        _keypad = new(accessPoint, key, events);
        _formats = [.. formats.Select(name => WiegandFormats.All[name])];
        _gap = time.CreateTimer(_ => EndFrame(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _feedback = new(gpio, pins.Led, pins.Buzzer, time);
        foreach (var pin in (int[])[pins.D0, pins.D1])
        {
            gpio.OpenPin(pin, PinMode.InputPullUp);
            gpio.RegisterCallbackForPinValueChangedEvent(pin, PinEventTypes.Falling, OnEdge);
        }
    }

    /// <summary>Silence on both lines for this long ends a frame; bits come 1 to 2 ms apart.</summary>
    public static TimeSpan Gap { get; } = TimeSpan.FromMilliseconds(25);

    /// <inheritdoc/>
    public void Signal(ReaderSignal signal) => _feedback.Show(signal);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var pin in (int[])[_pins.D0, _pins.D1])
        {
            _gpio.UnregisterCallbackForPinValueChangedEvent(pin, OnEdge);
            _gpio.ClosePin(pin);
        }

        _gap.Dispose();
        _feedback.Dispose();
    }

    private void OnEdge(object sender, PinValueChangedEventArgs edge)
    {
        var line = (LineEdge)edge;
        lock (_lock)
        {
            _frame.Add(edge.PinNumber == _pins.D1 ? '1' : '0', line.At, line.AfterLoss);
            _gap.Change(Gap, Timeout.InfiniteTimeSpan);
        }
    }

    private void EndFrame()
    {
        string bits;
        int count;
        TimeSpan lastBit;
        bool disturbed;
        lock (_lock)
        {
            (bits, count, lastBit, disturbed) = _frame.Take();
        }

        if (count < WiegandFrame.Least)
        {
            return;
        }

        if (!disturbed && WiegandKey.Read(bits) is { } key)
        {
            _keypad.Press(key, OnUptime(lastBit));
            return;
        }

        var (format, fault) = WiegandFormats.Check(bits, _formats);
        _events.TryWrite(disturbed ? new SiteEvent.ReadFaulty(_accessPoint, ReadFault.Noise)
            : format is null ? new SiteEvent.ReadFaulty(_accessPoint, fault)
            : new SiteEvent.IdentifierPresented(_accessPoint, _key.Tokenise(bits), OnUptime(lastBit)));
    }

    // The edge's time is the kernel's; an event's is the node's own, which began when it started.
    private TimeSpan OnUptime(TimeSpan at) => _uptime() - (_time.GetElapsedTime(0) - at);
}
