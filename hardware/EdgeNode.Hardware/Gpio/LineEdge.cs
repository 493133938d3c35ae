using System.Device.Gpio;

namespace EdgeNode.Hardware;

/// <summary>An edge with what the usual arguments leave out.</summary>
/// <param name="kind">Rising or falling.</param>
/// <param name="pin">Line number.</param>
/// <param name="at">When it happened, on the clock of <see cref="TimeProvider.GetTimestamp"/>, not when it was told.</param>
/// <param name="afterLoss">Whether edges of this line before it were lost: the kernel's numbers have a gap.</param>
public sealed class LineEdge(PinEventTypes kind, int pin, TimeSpan at, bool afterLoss) : PinValueChangedEventArgs(kind, pin)
{
    /// <summary>When it happened.</summary>
    public TimeSpan At => at;

    /// <summary>Whether edges before it were lost.</summary>
    public bool AfterLoss => afterLoss;
}
