namespace EdgeNode.Hardware;

/// <summary>How frames reach a PN532 and come back: serial, I2C or SPI, as its switches are set.</summary>
internal interface IPn532Wire : IDisposable
{
    /// <summary>Wakes the chip.</summary>
    void Wake();

    /// <summary>Sends a frame.</summary>
    /// <exception cref="NfcTroubleException">The wire is gone.</exception>
    void Send(ReadOnlySpan<byte> frame);

    /// <summary>Waits for the next frame.</summary>
    /// <param name="longest">Most bytes that its content may have.</param>
    /// <param name="atMost">How long.</param>
    /// <returns>Its content, empty for an ack; null = none came in time.</returns>
    /// <exception cref="NfcTroubleException">The wire is gone.</exception>
    byte[]? Receive(int longest, TimeSpan atMost);
}
