using System.Globalization;
using EdgeNode.Hardware;

namespace EdgeNode.Worker;

/// <summary>Things that serve one device only: pins and serial ports.</summary>
internal static class Claims
{
    /// <summary>Highest line number that a Raspberry Pi's pin chip has (RP1: 0 to 53).</summary>
    private const int HighestPin = 53;
    private const int HighestBus = 31;

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

    /// <summary>Reads the number of an I2C bus on which only this device has its address; null when absent or wrong.</summary>
    public static int? I2cBus(this Field field, int address, string owner, string cure)
    {
        var bus = field.Whole(0, HighestBus, 1);
        if (bus is { } number)
        {
            field.Claim(string.Create(CultureInfo.InvariantCulture, $"address 0x{address:X2} of I2C bus {number}"), owner, cure);
            field.Share(number == 1 ? [2, 3] : [], string.Create(CultureInfo.InvariantCulture, $"I2C bus {number}"));
        }

        return bus;
    }

    /// <summary>Reads the number of an SPI bus and its select line, which one device uses; null when absent or wrong.</summary>
    public static (int Bus, int Select)? SpiBus(this Field field, Field select, string owner)
    {
        var (bus, line) = (field.Whole(0, HighestBus, 0), select.Whole(0, 1, 0) ?? 0);
        if (bus is not { } number)
        {
            return null;
        }

        field.Claim(string.Create(CultureInfo.InvariantCulture, $"select line {line} of SPI bus {number}"), owner, "give each device a select line of its own: select: 0 or select: 1");
        field.Share(number == 0 ? [7, 8, 9, 10, 11] : [], string.Create(CultureInfo.InvariantCulture, $"SPI bus {number}"));
        return (number, line);
    }

    /// <summary>Reads a channel of a converter that nothing else uses; null when absent or wrong.</summary>
    public static int? Channel(this Field field, string converter, int channels, string owner)
    {
        var channel = field.Whole(0, Mcp3008.Channels - 1, 0);
        if (channel is { } number && number >= channels)
        {
            field.Fail(string.Create(CultureInfo.InvariantCulture, $"converter {converter} has channels 0 to {channels - 1}; this is {number}"), "write a channel that it has");
        }
        else if (channel is not null)
        {
            field.Claim(string.Create(CultureInfo.InvariantCulture, $"channel {channel} of converter {converter}"), owner, "wire it to a free channel and write that one here");
        }

        return channel;
    }

    // Lines of the header that a bus takes as soon as it is switched on.
    private static void Share(this Field field, int[] lines, string bus)
    {
        foreach (var line in lines)
        {
            var thing = string.Create(CultureInfo.InvariantCulture, $"pin {line} of chip {GpioChips.Header}");
            if (!field.Context.Taken.TryAdd(thing, (bus, field.Place)) && field.Context.Taken[thing] is var first && first.Owner != bus)
            {
                field.Fail($"{bus} needs {thing}, which {first.Owner} uses in line {first.Place.Line}", "wire that to a free pin");
            }
        }
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
