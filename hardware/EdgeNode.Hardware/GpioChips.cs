using System.Device.Gpio;
using System.Device.Gpio.Drivers;

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
        if (!Directory.EnumerateFiles("/dev", "gpiochip*").Any())
        {
            throw new HardwareMissingException(
                "this machine has no GPIO chip: /dev/gpiochip0 is missing. Run it on a Raspberry Pi, or write gpio: none in the file to rehearse without pins.");
        }

        try
        {
            return new GpioController(Driver(label));
        }
        catch (Exception failure) when (failure is DllNotFoundException or PlatformNotSupportedException or UnauthorizedAccessException or GpiodException)
        {
            throw new HardwareMissingException(
                $"the GPIO chip '{label}' cannot be used ({failure.Message}). Install libgpiod (Debian 12: libgpiod2, Debian 13: libgpiod3) and put this program's user into the group gpio.",
                failure);
        }
    }

    // The first library's driver sets an output's value together with its direction; the second one's pulses an active-low
    // output at opening, so it is only the last resort (WIRING.md).
    private static GpioDriver Driver(string label)
    {
        try
        {
            return new LibGpiodDriver(Find(label, LibGpiodDriver.GetAvailableChips()));
        }
        catch (Exception failure) when (failure is DllNotFoundException or PlatformNotSupportedException)
        {
            return new LibGpiodV2Driver(Find(label, LibGpiodV2Driver.GetAvailableChips()));
        }
    }

    private static GpioChipInfo Find(string label, IList<GpioChipInfo> chips)
    {
        string[] wanted = label == Header ? HeaderLabels : [label];
        return chips.FirstOrDefault(chip => wanted.Contains(chip.Label)) ?? throw new HardwareMissingException(
            $"there is no GPIO chip '{label}'; this machine has {string.Join(", ", chips.Select(chip => chip.Label))}. Write one of these as chip: in the file.");
    }
}
