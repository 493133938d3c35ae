namespace EdgeNode.Hardware.Simulated;

/// <summary>A VL53L0X, as far as its registers are used. It measures only after the calibration of its reference, and with the value that it gave on its private page.</summary>
public sealed class VirtualVl53l0x : VirtualRangingChip
{
    private const int Start = 0x00;
    private const int SequenceConfig = 0x01;
    private const int InterruptClear = 0x0B;
    private const int InterruptStatus = 0x13;
    private const int Result = 0x14;
    private const int StopVariable = 0x91;
    private const byte ItsStopVariable = 0x3C;
    private int _calibrated;
    private bool _measures;

    /// <summary>A chip that was just switched on.</summary>
    public VirtualVl53l0x(SimulatedTime time)
        : base(time, TimeSpan.FromMilliseconds(33)) => LosePower();

    /// <inheritdoc/>
    protected override int IndexLength => 1;

    /// <inheritdoc/>
    protected override void PowerOn()
    {
        (_calibrated, _measures) = (0, false);
        this[StopVariable] = ItsStopVariable;
        this[0xC2] = 0x10;
    }

    /// <inheritdoc/>
    protected override void Written(int index, byte value)
    {
        var isPrivate = this[0xFF] != 0;
        switch (index)
        {
            case InterruptClear when _measures:
                Measure();
                break;
            case Start when isPrivate:
                break;
            case Start when value is 0x41 or 0x01 && this[SequenceConfig] is 0x01 or 0x02:
                _calibrated |= this[SequenceConfig];
                Measure();
                break;
            case Start when value == 0x02 && _calibrated == 3 && this[StopVariable] == ItsStopVariable:
                _measures = true;
                Measure();
                break;
            case Start or InterruptClear:
                Stop();
                break;
        }
    }

    /// <inheritdoc/>
    protected override void Fill()
    {
        this[0xC0] = Fault == RangingFault.WrongId ? (byte)0xEA : (byte)0xEE;
        this[InterruptStatus] = (byte)(IsReady ? 0x04 : 0x00);
        this[Result] = (byte)((Code(Status) << 3) | 0x01);
        this[Result + 10] = (byte)(Millimetres >> 8);
        this[Result + 11] = (byte)Millimetres;
    }

    private static int Code(RangeStatus status) => status switch
    {
        RangeStatus.Valid => 11,
        RangeStatus.Signal => 4,
        RangeStatus.Phase => 6,
        RangeStatus.MinimumRange => 8,
        RangeStatus.Hardware => 1,
        _ => 0,
    };
}
