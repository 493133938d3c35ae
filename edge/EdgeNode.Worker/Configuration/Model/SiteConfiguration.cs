using System.Collections.Immutable;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>Everything that one site's file says: validated and immutable.</summary>
/// <param name="Definition">What stands at the site, for the core.</param>
/// <param name="Gpio">Whether pins are driven.</param>
/// <param name="StoreFolder">Absolute path of the folder that holds the journal and the rest of the memory.</param>
/// <param name="ScreenListen">Address at which the page is served; host is an IP address or localhost.</param>
/// <param name="Readers">Readers; at most one per access point.</param>
/// <param name="Strikes">Strikes; at most one per door.</param>
/// <param name="Contacts">Door contacts; at most one per door.</param>
/// <param name="ExitButtons">Request-to-exit buttons; at most one per door.</param>
/// <param name="DeskSensors">Desk sensors; at most one per desk.</param>
/// <param name="Network">The network that the site belongs to; null = it stands alone.</param>
public sealed record SiteConfiguration(
    SiteDefinition Definition,
    GpioUse Gpio,
    string StoreFolder,
    Uri ScreenListen,
    ImmutableArray<ReaderSettings> Readers,
    ImmutableArray<StrikeSettings> Strikes,
    ImmutableArray<ContactSettings> Contacts,
    ImmutableArray<ExitButtonSettings> ExitButtons,
    ImmutableArray<DeskSensorSettings> DeskSensors,
    NetworkSettings? Network)
{
    /// <summary>Absolute path of the drawing of the site; there need be none.</summary>
    public string PlanFile { get; init; } = "";

    /// <summary>Converters for supervised inputs.</summary>
    public ImmutableArray<ConverterSettings> Converters { get; init; } = [];

    /// <summary>Supervised inputs of doors; at most one per door and wire.</summary>
    public ImmutableArray<SupervisedInputSettings> SupervisedInputs { get; init; } = [];

    /// <summary>Plain tamper loops; at most one per door.</summary>
    public ImmutableArray<TamperSettings> Tampers { get; init; } = [];

    /// <summary>The contact of the fire alarm; null = none is wired.</summary>
    public FireInputSettings? FireInput { get; init; }

    /// <summary>How long details of persons are kept.</summary>
    public RetentionPolicy Retention { get; init; } = RetentionPolicy.Default;

    /// <summary>The broker of the desk sensors that speak MQTT.</summary>
    public SensorBrokerSettings SensorBroker { get; init; } = SensorBrokerSettings.Usual;

    /// <summary>Where the nightly backups go; null = none is made.</summary>
    public BackupSettings? Backup { get; init; }
}
