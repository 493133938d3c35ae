namespace EdgeNode.Worker;

/// <summary>A converter for supervised inputs.</summary>
public enum ConverterKind
{
    /// <summary>Microchip MCP3008, eight channels on SPI.</summary>
    Mcp3008,

    /// <summary>Texas Instruments ADS1115, four channels on I2C.</summary>
    Ads1115,
}
