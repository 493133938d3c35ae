using System.ComponentModel;
using System.Device.Gpio;

namespace EdgeNode.Hardware;

/// <summary>Opens the machine's GPIO chips by label, never by number: numbers change with the kernel.</summary>
public static class GpioChips
{
    /// <summary>The chip behind the 40-pin header, whichever Raspberry Pi this is.</summary>
    public const string Header = "header";

    private static readonly string[] HeaderLabels = ["pinctrl-rp1", "pinctrl-bcm2711", "pinctrl-bcm2835"];

    /// <summary>Opens a chip by its label, or <see cref="Header"/>.</summary>
    /// <exception cref="HardwareMissingException">There is no such chip, or no right to use it.</exception>
    public static GpioController Open(string label)
    {
        var paths = Directory.EnumerateFiles("/dev", "gpiochip*").Order(StringComparer.Ordinal).ToArray();
        if (paths.Length == 0)
        {
            throw new HardwareMissingException(
                "this machine has no GPIO chip: /dev/gpiochip0 is missing. Run it on a Raspberry Pi, or write gpio: none in the file to rehearse without pins.");
        }

        string[] wanted = label == Header ? HeaderLabels : [label];
        List<string> found = [];
        foreach (var path in paths)
        {
            var (file, chip, lines) = OpenChip(path);
            if (wanted.Contains(chip))
            {
                return new LineController(new(file, lines));
            }

            _ = GpioDevice.close(file);
            found.Add(chip);
        }

        throw new HardwareMissingException(
            $"there is no GPIO chip '{label}'; this machine has {string.Join(", ", found)}. Write one of these as chip: in the file.");
    }

    private static (int File, string Label, int Lines) OpenChip(string path)
    {
        try
        {
            var file = GpioDevice.OpenChip(path);
            var (label, lines) = GpioDevice.Describe(file);
            return (file, label, lines);
        }
        catch (Win32Exception failure)
        {
            throw new HardwareMissingException(
                $"the GPIO chip {path} cannot be used ({failure.Message}). Put this program's user into the group gpio.", failure);
        }
    }
}
