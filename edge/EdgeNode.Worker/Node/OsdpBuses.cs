using System.Threading.Channels;
using EdgeNode.Core;
using EdgeNode.Hardware;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Worker;

/// <summary>Opens the buses that the configuration names, each with its readers and their kept keys.</summary>
internal static class OsdpBuses
{
    /// <summary>Where the keys of a site's readers lie.</summary>
    public static OsdpKeyFiles Keys(SiteConfiguration configuration) => new(Path.Combine(configuration.StoreFolder, "keys", "osdp"));

    /// <summary>Opens all; what was opened is added at once, so that a failure of the next leaves nothing open behind.</summary>
    public static void Open(
        SiteConfiguration configuration,
        NodeParts parts,
        IdentifierKey key,
        ChannelWriter<SiteEvent> events,
        Func<TimeSpan> uptime,
        Func<string, DeviceHealth> healthOf,
        Dictionary<AccessPointId, IReader> readers,
        List<IDisposable> buses)
    {
        var files = Keys(configuration);
        foreach (var bus in configuration.Readers.OfType<ReaderSettings.Osdp>().GroupBy(reader => (reader.Port, reader.Baud)))
        {
            var opened = bus.Select(settings => (settings, Reader: Reader(settings, files, key, events, uptime, healthOf))).ToArray();
            var port = new OsdpBus(
                bus.Key.Port,
                bus.Key.Baud,
                opened.Select(place => (Link(place.settings), files.Load(place.settings.AccessPoint.Value), (Action<OsdpEvent>)place.Reader.Told)),
                bytes => parts.Fill(bytes),
                uptime,
                trace: null,
                parts.Logs.CreateLogger<SerialPort>());
            buses.Add(port);
            foreach (var (settings, reader) in opened)
            {
                reader.Attach(port);
                readers.Add(settings.AccessPoint, reader);
            }
        }
    }

    /// <summary>What the configuration wants of a reader.</summary>
    public static OsdpLinkSettings Link(ReaderSettings.Osdp settings) =>
        new((byte)settings.Address, settings.Secure, OsdpLinkSettings.UsualPollInterval);

    private static OsdpReader Reader(
        ReaderSettings.Osdp settings, OsdpKeyFiles files, IdentifierKey key, ChannelWriter<SiteEvent> events, Func<TimeSpan> uptime, Func<string, DeviceHealth> healthOf)
    {
        var name = settings.AccessPoint.Value;
        return new(settings.AccessPoint, (byte)settings.Address, key, events, healthOf($"reader {name}"), uptime, ring => files.Keep(name, ring));
    }
}
