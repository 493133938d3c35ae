namespace EdgeNode.Worker;

/// <summary>The device nodes that a site needs beside its pin chips.</summary>
internal static class DevicePaths
{
    /// <summary>Each path once.</summary>
    public static IEnumerable<string> Of(SiteConfiguration site) => site.Gpio == GpioUse.None ? [] : site.Readers.Select(Of)
        .Concat(site.Converters.Select(Of))
        .Concat(site.DeskSensors.Select(Of))
        .OfType<string>()
        .Distinct();

    private static string? Of(ConverterSettings converter) => converter switch
    {
        ConverterSettings.Mcp3008 chip => $"/dev/spidev{chip.Bus}.{chip.Select}",
        ConverterSettings.Ads1115 chip => $"/dev/i2c-{chip.Bus}",
        _ => null,
    };

    private static string? Of(DeskSensorSettings sensor) => sensor switch
    {
        DeskSensorSettings.Radar radar => radar.Port,
        DeskSensorSettings.TimeOfFlight chip => $"/dev/i2c-{chip.Bus}",
        _ => null,
    };

    private static string? Of(ReaderSettings reader) => reader switch
    {
        ReaderSettings.Osdp osdp => osdp.Port,
        ReaderSettings.Nfc { Wire: NfcWire.Serial serial } => serial.Port,
        ReaderSettings.Nfc { Wire: NfcWire.I2c i2c } => $"/dev/i2c-{i2c.Bus}",
        ReaderSettings.Nfc { Wire: NfcWire.Spi spi } => $"/dev/spidev{spi.Bus}.{spi.Select}",
        _ => null,
    };
}
