namespace EdgeNode.Hardware.Simulated;

/// <summary>A VL53L1X, as far as its registers are used. It measures only once its settings are written.</summary>
public sealed class VirtualVl53l1x : VirtualRangingChip
{
    private const int InterruptPolarity = 0x0030;
    private const int InterruptStatus = 0x0031;
    private const int InterruptConfig = 0x0046;
    private const int InterruptClear = 0x0086;
    private const int ModeStart = 0x0087;
    private const int Result = 0x0089;
    private const int Distance = 0x0096;
    private const byte NewSample = 0x20;

    /// <summary>A chip that was just switched on.</summary>
    public VirtualVl53l1x(SimulatedTime time)
        : base(time, TimeSpan.FromMilliseconds(100)) => LosePower();

    /// <inheritdoc/>
    protected override int IndexLength => 2;

    /// <inheritdoc/>
    protected override void PowerOn()
    {
        this[InterruptPolarity] = 0x11;
        this[0x00E5] = 0x03;
        this[0x0111] = 0x10;
    }

    /// <inheritdoc/>
    protected override void Written(int index, byte value)
    {
        switch (index)
        {
            case ModeStart when value == 0x40 && this[InterruptConfig] == NewSample:
            case InterruptClear when value == 0x01 && this[ModeStart] == 0x40:
                Measure();
                break;
            case ModeStart:
                Stop();
                break;
        }
    }

    /// <inheritdoc/>
    protected override void Fill()
    {
        (this[0x010F], this[0x0110]) = Fault == RangingFault.WrongId ? ((byte)0xEE, (byte)0xAA) : ((byte)0xEA, (byte)0xCC);
        var activeHigh = (this[InterruptPolarity] & 0x10) == 0;
        this[InterruptStatus] = (byte)(IsReady == activeHigh ? 0x01 : 0x00);
        this[Result] = Code(Status);
        this[Distance] = (byte)(Millimetres >> 8);
        this[Distance + 1] = (byte)Millimetres;
    }

    private static byte Code(RangeStatus status) => status switch
    {
        RangeStatus.Valid => 9,
        RangeStatus.Sigma => 6,
        RangeStatus.Signal => 4,
        RangeStatus.MinimumRange => 8,
        RangeStatus.Phase => 5,
        RangeStatus.Hardware => 3,
        RangeStatus.WrapAround => 7,
        _ => 31,
    };
}
