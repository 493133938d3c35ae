using System.Globalization;

namespace EdgeNode.Worker;

/// <summary>Things that serve one device only: pins and serial ports.</summary>
internal static class Claims
{
    /// <summary>Highest line number that a Raspberry Pi's pin chip has (RP1: 0 to 53).</summary>
    private const int HighestPin = 53;

    /// <summary>Reads a pin that nothing else uses; null when absent or wrong.</summary>
    public static int? Pin(this Field field, string chip, string owner)
    {
        var pin = field.Whole(0, HighestPin, 17);
        if (pin is { } number)
        {
            field.Claim(string.Create(CultureInfo.InvariantCulture, $"pin {number} of chip {chip}"), owner, "wire it to a free pin and write that one here");
        }

        return pin;
    }

    /// <summary>Reads the path of a serial port that nothing else uses; null when absent or wrong.</summary>
    public static string? SerialPort(this Field field, string owner)
    {
        var port = field.PortPath();
        if (port is not null)
        {
            field.Claim(Port(port), owner, "each device has a port of its own; write its path here");
        }

        return port;
    }

    /// <summary>Reads the path of a bus that only other readers share, at one rate and each at an address of its own; null when absent or wrong.</summary>
    public static string? BusPort(this Field field, int baud, Field address, int number, string owner)
    {
        var port = field.PortPath();
        if (port is null)
        {
            return null;
        }

        var bus = $"a bus at {baud} bits per second";
        if (field.Context.Taken.TryGetValue(Port(port), out var first) && first.Owner != bus)
        {
            field.Fail($"{Quoted.Printable(Port(port))} is used already by {first.Owner}, in line {first.Place.Line}", "readers of one bus have one baud; other devices have a port of their own");
            return null;
        }

        field.Context.Taken.TryAdd(Port(port), (bus, field.Place));
        (address.IsAbsent ? field : address).Claim(
            string.Create(CultureInfo.InvariantCulture, $"address {number} on {port}"), owner, "give each reader of the bus an address of its own");
        return port;
    }

    private static string Port(string path) => $"serial port {path}";

    private static string? PortPath(this Field field)
    {
        var port = field.Text();
        if (port is null || port.StartsWith("/dev/", StringComparison.Ordinal))
        {
            return port;
        }

        field.Fail($"{Quoted.Text(port)} is no serial port; its path starts with /dev/", "write for example port: /dev/ttyUSB0 (ls /dev/serial/by-id lists them)");
        return null;
    }

    private static void Claim(this Field field, string thing, string owner, string cure)
    {
        if (!field.Context.Taken.TryAdd(thing, (owner, field.Place)))
        {
            var first = field.Context.Taken[thing];
            field.Fail($"{Quoted.Printable(thing)} is used already by {first.Owner}, in line {first.Place.Line}", cure);
        }
    }
}
