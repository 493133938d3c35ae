using System.Device.I2c;

namespace EdgeNode.Hardware;

/// <summary>ST VL53L1X on I2C, up to about 4 m in the dark. Registers and their order as ST UM2510 gives them: long mode, a measurement in 100 ms, over and over.</summary>
/// <param name="i2c">The chip, at address 0x29.</param>
public sealed class Vl53l1x(I2cDevice i2c) : IRangingChip
{
    private const ushort Model = 0xEACC;
    private const int Address = Vl53l0x.Address;
    private const int VhvTimeout = 0x0008;
    private const int VhvStart = 0x000B;
    private const int FirstSetting = 0x002D;
    private const int InterruptPolarity = 0x0030;
    private const int InterruptStatus = 0x0031;
    private const int InterruptClear = 0x0086;
    private const int ModeStart = 0x0087;
    private const int ResultStatus = 0x0089;
    private const int ResultMillimetres = 0x0096;
    private const int SystemStatus = 0x00E5;
    private const int ModelId = 0x010F;
    private const int RevisionId = 0x0111;
    private const byte Start = 0x40;
    private const byte Stop = 0x00;
    private const int MostLooks = 2_000;

    // What ST prescribes for 0x2D to 0x87, a row for each sixteen registers; only 0x2E differs, for wires pulled up to 2.8 V and more.
    private static readonly byte[] Settings = Convert.FromHexString(
        "000100"
        + "0102000208000810010100000000FF00"
        + "0F0000000000200B0000020A21000005"
        + "00000000C8000038FF010008000001CC"
        + "0F01F10D0168008008B8000000000F89"
        + "00000000000000010F0D0E0E000002C7"
        + "FF9B000000010000");

    private readonly I2cRegisters _registers = new(i2c, nameof(Vl53l1x).ToUpperInvariant(), wide: true);

    /// <summary>One on a bus of the node, at the address that every such chip begins with.</summary>
    /// <exception cref="HardwareMissingException">The bus is not there.</exception>
    public static Vl53l1x OnI2c(int bus) => new(NodeBuses.I2c(bus, Address));

    /// <inheritdoc/>
    public string Begin()
    {
        if (_registers.ReadWord(ModelId) is not Model and var other)
        {
            throw new ChipTroubleException($"The chip at address 0x29 says 0x{other:X4} of itself, and a VL53L1X says 0x{Model:X4}. Write its own kind: in the file, and look at SDA and SCL.");
        }

        Await(() => (_registers.Read(SystemStatus) & 0x01) != 0, "start");
        _registers.Write(FirstSetting, Settings);

        // The first measurement calibrates; those after it begin where it ended.
        _registers.Write(ModeStart, Start);
        Await(IsReady, "measure");
        _registers.Write(InterruptClear, 0x01);
        _registers.Write(ModeStart, Stop);
        _registers.Write(VhvTimeout, 0x09);
        _registers.Write(VhvStart, 0x00);
        _registers.Write(ModeStart, Start);
        return $"VL53L1X revision 0x{_registers.Read(RevisionId):X2}";
    }

    /// <inheritdoc/>
    public Ranging? Read()
    {
        if (!IsReady())
        {
            return null;
        }

        var measured = new Ranging(Status(_registers.Read(ResultStatus)), _registers.ReadWord(ResultMillimetres));
        _registers.Write(InterruptClear, 0x01);
        return measured;
    }

    /// <inheritdoc/>
    public void Dispose() => _registers.Dispose();

    /// <summary>What the status register says, bits 0 to 4.</summary>
    internal static RangeStatus Status(byte register) => (register & 0x1F) switch
    {
        9 => RangeStatus.Valid,
        6 => RangeStatus.Sigma,
        4 => RangeStatus.Signal,
        8 => RangeStatus.MinimumRange,
        5 => RangeStatus.Phase,
        3 => RangeStatus.Hardware,
        7 => RangeStatus.WrapAround,
        _ => RangeStatus.None,
    };

    private bool IsReady()
    {
        var activeHigh = (_registers.Read(InterruptPolarity) & 0x10) == 0;
        return (_registers.Read(InterruptStatus) & 0x01) != 0 == activeHigh;
    }

    private static void Await(Func<bool> done, string what)
    {
        for (var looks = 0; !done(); looks++)
        {
            if (looks >= MostLooks)
            {
                throw new ChipTroubleException($"The VL53L1X does not {what}. Look at its supply of 3.3 V, and take it off for a moment.");
            }
        }
    }
}
