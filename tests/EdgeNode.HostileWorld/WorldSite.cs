using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;
using EdgeNode.Worker;

namespace EdgeNode.HostileWorld;

/// <summary>The site of every story: its configuration file, and its doors wired as that file says.</summary>
internal static class WorldSite
{
    public static SiteConfiguration Configuration { get; } = Read();

    public static DoorWires Wires(DoorId door)
    {
        var strike = Configuration.Strikes.First(wired => wired.Door == door);
        var contact = Configuration.Contacts.FirstOrDefault(wired => wired.Door == door);
        var powerReleases = strike.Wiring == StrikeWiring.FailSecure;
        return new(
            strike.Pin, strike.ActiveHigh == powerReleases, !powerReleases, contact?.Pin, contact?.Normally == ContactRest.Closed, null, ExitActiveHigh: false);
    }

    /// <summary>The unlock hours that its file gives a door, in the shape of the network's letters.</summary>
    public static PolicySchedule? UnlockHours(string door) => door switch
    {
        "floor" => new("open", [new("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "10:00", "16:00")], [new("belgian-public-holidays", [])]),
        "garden" => new("garden", [new("FREQ=DAILY", "08:30", "17:45"), new("FREQ=WEEKLY;BYDAY=SA", "20:00", "01:00")], []),
        _ => null,
    };

    private static SiteConfiguration Read()
    {
        using var stream = typeof(WorldSite).Assembly.GetManifestResourceStream("world-site.yaml")!;
        using var text = new StreamReader(stream);
        var result = SiteConfigurationReader.Read(text.ReadToEnd(), AppContext.BaseDirectory);
        var configuration = result.Configuration ?? throw new InvalidOperationException($"world-site.yaml: {string.Join("; ", result.Errors)}");
        var definition = configuration.Definition;
        return configuration with { Definition = definition with { Areas = [.. definition.Areas.Select(area => area with { AntiPassback = Passback(area.Id.Value) })] } };
    }

    private static AntiPassback Passback(string area) => area switch
    {
        "floor" => new(AntiPassbackKind.Soft, TimeSpan.Zero),
        "host" => new(AntiPassbackKind.Hard, TimeSpan.Zero),
        "meeting" => new(AntiPassbackKind.Timed, TimeSpan.FromMinutes(10)),
        _ => AntiPassback.Off,
    };
}
