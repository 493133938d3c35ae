using System.Device.Gpio;
using EdgeNode.Hardware;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Worker;

/// <summary>What a node is given from outside: clocks, randomness, devices. A site passes the machine's own, a simulated world its inventions.</summary>
/// <param name="Time">The site's clocks.</param>
/// <param name="RealTime">The clock of sockets and brokers; the same as <paramref name="Time"/> on a site.</param>
/// <param name="ClockConfirmed">Whether network time or a battery clock stands behind the wall clock now.</param>
/// <param name="Fill">Fills bytes with randomness: salts, keys, the journal's epoch.</param>
/// <param name="OpenChip">Opens a GPIO chip by its name in the configuration; called once for each.</param>
/// <param name="OpenRadar">Connects a radar to its serial port.</param>
/// <param name="SingleThread">The world drives the loop itself, and the journal syncs in the caller's thread.</param>
/// <param name="Logs">Where logs go.</param>
public sealed record NodeParts(
    TimeProvider Time,
    TimeProvider RealTime,
    Func<bool> ClockConfirmed,
    FillBytes Fill,
    Func<string, GpioController> OpenChip,
    Func<SerialRadar, DeskSensorSettings.Radar, IDisposable> OpenRadar,
    bool SingleThread,
    ILoggerFactory Logs)
{
    /// <summary>Whether doors go live with a safety sheet only. A simulated world has nobody whom a door could trap.</summary>
    public bool AsksForSafetySheets { get; init; }
    /// <summary>Connects a time-of-flight chip to its bus; called again after trouble.</summary>
    public Func<DeskSensorSettings.TimeOfFlight, IRangingChip> OpenRangingChip { get; init; } =
        settings => settings.Kind == RangingKind.Vl53l0x ? Vl53l0x.OnI2c(settings.Bus) : Vl53l1x.OnI2c(settings.Bus);

    /// <summary>Connects a converter of supervised inputs to its bus; called again after trouble.</summary>
    public Func<ConverterSettings, IAnalogConverter> OpenConverter { get; init; } = settings => settings switch
    {
        ConverterSettings.Mcp3008 chip => Mcp3008.OnSpi(chip.Bus, chip.Select),
        ConverterSettings.Ads1115 chip => Ads1115.OnI2c(chip.Bus, chip.Address),
        _ => throw new InvalidOperationException($"{settings} is not handled."),
    };

    /// <summary>Longest wait before a reconnect to the broker.</summary>
    public TimeSpan LongestReconnectWait { get; init; } = TimeSpan.FromSeconds(60);
}
