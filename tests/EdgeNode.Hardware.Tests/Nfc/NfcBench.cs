using EdgeNode.Hardware.Simulated;
using Xunit;

namespace EdgeNode.Hardware.Tests;

/// <summary>A virtual chip on one of its wires, with what a test does to it.</summary>
internal sealed class NfcBench : IDisposable
{
    private readonly VirtualPn532 _pn532 = new();
    private readonly VirtualMfrc522 _mfrc522 = new();
    private readonly TerminalPair? _cable;
    private readonly SerialLine? _far;
    private readonly string _wire;
    private readonly Thread? _serving;
    private volatile bool _stop;

    public NfcBench(string wire)
    {
        _wire = wire;
        if (wire == "serial")
        {
            _cable = new();
            _far = SerialLine.Open(_cable.Other, 115_200);
            _serving = new(Serve) { IsBackground = true };
            _serving.Start();
        }
    }

    /// <summary>Every wire of every chip.</summary>
    public static TheoryData<string> Wires { get; } = ["serial", "i2c", "spi", "mfrc522"];

    public NfcFault Fault
    {
        set => (_pn532.Fault, _mfrc522.Fault) = (value, value);
    }

    public void Lay(params VirtualNfcCard[] cards)
    {
        _pn532.Card = cards.FirstOrDefault();
        _mfrc522.Lay(cards);
    }

    public void LosePower()
    {
        _pn532.LosePower();
        _mfrc522.LosePower();
    }

    public INfcChip Open() => _wire switch
    {
        "serial" => Pn532.OnSerial(_cable!.One),
        "i2c" => Pn532.OnI2c(new VirtualPn532I2c(_pn532)),
        "spi" => Pn532.OnSpi(new VirtualPn532Spi(_pn532)),
        _ => new Mfrc522(_mfrc522),
    };

    public void Dispose()
    {
        _stop = true;
        _serving?.Join();
        _cable?.Dispose();
    }

    private void Serve()
    {
        Span<byte> buffer = stackalloc byte[512];
        while (!_stop && _far!.Read(buffer, TimeSpan.FromMilliseconds(20)) is { } count)
        {
            _pn532.Take(buffer[..count]);
            while (_pn532.Give() is { } frame)
            {
                _far.Write(frame);
            }
        }

        _far!.Dispose();
    }
}
