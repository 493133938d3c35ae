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
        var port = field.Text();
        if (port is null)
        {
            return null;
        }

        if (!port.StartsWith("/dev/", StringComparison.Ordinal))
        {
            field.Fail($"{Quoted.Text(port)} is no serial port; its path starts with /dev/", "write for example port: /dev/ttyUSB0 (ls /dev/serial/by-id lists them)");
            return null;
        }

        field.Claim($"serial port {port}", owner, "each sensor has a port of its own; write its path here");
        return port;
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
