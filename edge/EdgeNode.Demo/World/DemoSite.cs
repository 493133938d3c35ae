using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;
using EdgeNode.Worker;

namespace EdgeNode.Demo;

/// <summary>The demo's site: its configuration file, and a building wired as that file says.</summary>
internal static class DemoSite
{
    /// <summary>Reads the file that lies beside the program.</summary>
    public static SiteConfiguration Configuration(WorldOptions options)
    {
        var file = ConfigurationFile.Read(Path.Combine(AppContext.BaseDirectory, "demo-site.yaml"));
        var configuration = file.Result.Configuration ?? throw new InvalidOperationException(file.RenderErrors());
        return configuration with { StoreFolder = Path.Combine(options.Folder, "site") };
    }

    /// <summary>Builds the building.</summary>
    public static VirtualSite Building(SiteConfiguration configuration, SimulatedTime time)
    {
        var chip = new ScriptedGpioDriver(time);
        var building = new VirtualSite(chip);
        foreach (var reader in configuration.Readers.OfType<ReaderSettings.Wiegand>())
        {
            building.Add(reader.AccessPoint, new VirtualReader(time, chip, reader.D0, reader.D1));
        }

        foreach (var door in configuration.Definition.Doors)
        {
            building.Add(door.Id, new VirtualDoor(time, chip, Wires(configuration, door.Id)));
        }

        foreach (var sensor in configuration.DeskSensors)
        {
            building.Add(sensor.Desk, sensor is DeskSensorSettings.Pir pir ? new VirtualPir(chip, pir.Pin) : new VirtualRadar(time));
        }

        building.Idle();
        return building;
    }

    private static DoorWires Wires(SiteConfiguration configuration, DoorId door)
    {
        var strike = configuration.Strikes.First(wired => wired.Door == door);
        var contact = configuration.Contacts.FirstOrDefault(wired => wired.Door == door);
        var exit = configuration.ExitButtons.FirstOrDefault(wired => wired.Door == door);
        var powerReleases = strike.Wiring == StrikeWiring.FailSecure;
        return new(
            strike.Pin,
            strike.ActiveHigh == powerReleases,
            !powerReleases,
            contact?.Pin,
            contact?.Normally == ContactRest.Closed,
            exit?.Pin,
            exit?.ActiveHigh ?? false);
    }
}
