namespace EdgeNode.Worker;

/// <summary>The device nodes that a site needs beside its pin chips.</summary>
internal static class DevicePaths
{
    /// <summary>Each path once.</summary>
    public static IEnumerable<string> Of(SiteConfiguration site) => site.Gpio == GpioUse.None ? [] : site.Readers.Select(Of)
        .Concat(site.DeskSensors.OfType<DeskSensorSettings.Radar>().Select(radar => radar.Port))
        .OfType<string>()
        .Distinct();

    private static string? Of(ReaderSettings reader) => reader switch
    {
        ReaderSettings.Osdp osdp => osdp.Port,
        ReaderSettings.Nfc { Wire: NfcWire.Serial serial } => serial.Port,
        ReaderSettings.Nfc { Wire: NfcWire.I2c i2c } => $"/dev/i2c-{i2c.Bus}",
        ReaderSettings.Nfc { Wire: NfcWire.Spi spi } => $"/dev/spidev{spi.Bus}.{spi.Select}",
        _ => null,
    };
}
