namespace EdgeNode.Worker;

/// <summary>How an NFC chip hangs at the node. Closed set.</summary>
public abstract record NfcWire
{
    private NfcWire()
    {
    }

    /// <summary>On a serial port.</summary>
    /// <param name="Port">Its path.</param>
    public sealed record Serial(string Port) : NfcWire;

    /// <summary>On an I2C bus.</summary>
    /// <param name="Bus">Its number.</param>
    public sealed record I2c(int Bus) : NfcWire;

    /// <summary>On an SPI bus.</summary>
    /// <param name="Bus">Its number.</param>
    /// <param name="Select">Its select line.</param>
    public sealed record Spi(int Bus, int Select) : NfcWire;
}
