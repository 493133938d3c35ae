namespace EdgeNode.Worker;

/// <summary>A converter at which supervised inputs hang. Closed set.</summary>
public abstract record ConverterSettings
{
    private ConverterSettings(string id) => Id = id;

    /// <summary>Its name in the file.</summary>
    public string Id { get; }

    /// <summary>An MCP3008.</summary>
    /// <param name="Id">Its name in the file.</param>
    /// <param name="Bus">Number of its SPI bus.</param>
    /// <param name="Select">Its select line.</param>
    public sealed record Mcp3008(string Id, int Bus, int Select) : ConverterSettings(Id);

    /// <summary>An ADS1115.</summary>
    /// <param name="Id">Its name in the file.</param>
    /// <param name="Bus">Number of its I2C bus.</param>
    /// <param name="Address">Its address there.</param>
    public sealed record Ads1115(string Id, int Bus, int Address) : ConverterSettings(Id);
}
