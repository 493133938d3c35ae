using System.Buffers.Binary;
using System.Device.I2c;

namespace EdgeNode.Hardware;

/// <summary>
/// ST VL53L0X on I2C, up to about 1.2 m. Set up as ST UM2039 describes (calibration of the reference, then back to back), without the
/// tuning of ST's own program: the Linux driver (iio/proximity/vl53l0x-i2c) does without it as well.
/// </summary>
/// <param name="i2c">The chip, at address 0x29.</param>
public sealed class Vl53l0x(I2cDevice i2c) : IRangingChip
{
    /// <summary>Its address on the bus.</summary>
    public const int Address = 0x29;

    private const byte Model = 0xEE;
    private const int RangeStart = 0x00;
    private const int SequenceConfig = 0x01;
    private const int InterruptConfig = 0x0A;
    private const int InterruptClear = 0x0B;
    private const int InterruptStatus = 0x13;
    private const int Result = 0x14;
    private const int SignalLimit = 0x44;
    private const int LimitChecks = 0x60;
    private const int PowerPage = 0x80;
    private const int I2cMode = 0x88;
    private const int WireLevels = 0x89;
    private const int StopVariable = 0x91;
    private const int ModelId = 0xC0;
    private const int RevisionId = 0xC2;
    private const int Page = 0xFF;
    private const int ResultLength = 12;
    private const int MostLooks = 2_000;
    private readonly I2cRegisters _registers = new(i2c, nameof(Vl53l0x).ToUpperInvariant(), wide: false);

    /// <summary>One on a bus of the node, at the address that every such chip begins with.</summary>
    /// <exception cref="HardwareMissingException">The bus is not there.</exception>
    public static Vl53l0x OnI2c(int bus) => new(NodeBuses.I2c(bus, Address));

    /// <inheritdoc/>
    public string Begin()
    {
        if (_registers.Read(ModelId) is not Model and var other)
        {
            throw new ChipTroubleException($"The chip at address 0x29 says 0x{other:X2} of itself, and a VL53L0X says 0x{Model:X2}. Write its own kind: in the file, and look at SDA and SCL.");
        }

        // Wires pulled up to 2.8 V and more.
        _registers.Write(WireLevels, (byte)(_registers.Read(WireLevels) | 0x01));
        _registers.Write(I2cMode, 0x00);
        var stop = OnPrivatePage(() => _registers.Read(StopVariable));

        // Only the light of the measurement itself is judged: 0.25 million counts a second, a fixed point of 7 bits.
        _registers.Write(LimitChecks, (byte)(_registers.Read(LimitChecks) | 0x12));
        _registers.Write(SignalLimit, 0x00, 0x20);
        _registers.Write(InterruptConfig, 0x04);
        _registers.Write(InterruptClear, 0x01);
        Calibrate(step: 0x01, start: 0x41);
        Calibrate(step: 0x02, start: 0x01);
        _registers.Write(SequenceConfig, 0xE8);
        OnPrivatePage(() =>
        {
            _registers.Write(StopVariable, stop);
            return stop;
        });
        _registers.Write(RangeStart, 0x02);
        return $"VL53L0X revision 0x{_registers.Read(RevisionId):X2}";
    }

    /// <inheritdoc/>
    public Ranging? Read()
    {
        if (!IsReady())
        {
            return null;
        }

        Span<byte> result = stackalloc byte[ResultLength];
        _registers.Read(Result, result);
        _registers.Write(InterruptClear, 0x01);
        return new(Status(result[0]), BinaryPrimitives.ReadUInt16BigEndian(result[10..]));
    }

    /// <inheritdoc/>
    public void Dispose() => _registers.Dispose();

    /// <summary>What the first byte of a result says, bits 3 to 6.</summary>
    internal static RangeStatus Status(byte first) => ((first >> 3) & 0x0F) switch
    {
        11 => RangeStatus.Valid,
        4 => RangeStatus.Signal,
        6 or 9 => RangeStatus.Phase,
        8 or 10 => RangeStatus.MinimumRange,
        1 or 2 or 3 => RangeStatus.Hardware,
        _ => RangeStatus.None,
    };

    private bool IsReady() => (_registers.Read(InterruptStatus) & 0x07) != 0;

    private void Calibrate(byte step, byte start)
    {
        _registers.Write(SequenceConfig, step);
        _registers.Write(RangeStart, start);
        for (var looks = 0; !IsReady(); looks++)
        {
            if (looks >= MostLooks)
            {
                throw new ChipTroubleException("The VL53L0X does not end its calibration. Look at its supply of 3.3 V, and take it off for a moment.");
            }
        }

        _registers.Write(InterruptClear, 0x01);
        _registers.Write(RangeStart, 0x00);
    }

    private byte OnPrivatePage(Func<byte> act)
    {
        _registers.Write(PowerPage, 0x01);
        _registers.Write(Page, 0x01);
        _registers.Write(RangeStart, 0x00);
        var value = act();
        _registers.Write(RangeStart, 0x01);
        _registers.Write(Page, 0x00);
        _registers.Write(PowerPage, 0x00);
        return value;
    }
}
