using System.Device.I2c;

namespace EdgeNode.Hardware.Simulated;

/// <summary>
/// What VL53L0X and VL53L1X have in common: registers behind an index that moves on by itself, and a measurement each while that is ready
/// once the chip's own time has come. A transfer takes a quarter of a millisecond, as at 100 kHz.
/// </summary>
/// <param name="time">The world's clocks.</param>
/// <param name="measuring">How long a measurement takes.</param>
public abstract class VirtualRangingChip(SimulatedTime time, TimeSpan measuring) : I2cDevice
{
    private static readonly TimeSpan Transfer = TimeSpan.FromMicroseconds(250);
    private readonly byte[] _registers = new byte[0x200];
    private int _index;
    private TimeSpan _spent;
    private TimeSpan? _readyAt;

    /// <summary>What is wrong with it.</summary>
    public RangingFault Fault { get; set; }

    /// <summary>How far away the nearest thing is, in mm.</summary>
    public int Millimetres { get; set; } = 1_200;

    /// <summary>What the chip thinks of its measurements.</summary>
    public RangeStatus Status { get; set; }

    /// <inheritdoc/>
    public override I2cConnectionSettings ConnectionSettings { get; } = new(1, Vl53l0x.Address);

    /// <summary>Whether a measurement is ready.</summary>
    protected bool IsReady => Fault != RangingFault.Stuck && _readyAt <= Now;

    /// <summary>Bytes of an index.</summary>
    protected abstract int IndexLength { get; }

    private TimeSpan Now => time.Uptime + _spent;

    /// <summary>It loses its supply for a moment, and with it its settings; it measures nothing until it is started again.</summary>
    public void LosePower()
    {
        Array.Clear(_registers);
        _readyAt = null;
        PowerOn();
    }

    /// <inheritdoc/>
    public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer)
    {
        Write(writeBuffer);
        Read(readBuffer);
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Answers();
        _index = 0;
        foreach (var part in buffer[..IndexLength])
        {
            _index = (_index << 8) | part;
        }

        foreach (var value in buffer[IndexLength..])
        {
            this[_index] = value;
            Written(_index++, value);
        }
    }

    /// <inheritdoc/>
    public override void Read(Span<byte> buffer)
    {
        Answers();
        Fill();
        foreach (ref var value in buffer)
        {
            value = this[_index++];
        }
    }

    /// <summary>A register.</summary>
    protected byte this[int index]
    {
        get => _registers[index % _registers.Length];
        set => _registers[index % _registers.Length] = value;
    }

    /// <summary>Registers after power-on.</summary>
    protected abstract void PowerOn();

    /// <summary>A register was written.</summary>
    protected abstract void Written(int index, byte value);

    /// <summary>Brings the registers that the chip itself writes up to now.</summary>
    protected abstract void Fill();

    /// <summary>Begins a measurement.</summary>
    protected void Measure() => _readyAt = Now + measuring;

    /// <summary>Ends measuring.</summary>
    protected void Stop() => _readyAt = null;

    private void Answers()
    {
        _spent += Transfer;
        if (Fault == RangingFault.Silent)
        {
            throw new IOException("Error 121 performing I2C data transfer.");
        }
    }
}
