using System.Security.Cryptography;
using System.Text;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>What of the site's file a safety sheet stands for: the wires by which a door locks, is seen, and lets people out.</summary>
internal static class DoorWiring
{
    /// <summary>The doors whose lock this node drives: only these need a sheet.</summary>
    public static IEnumerable<Door> Driven(SiteConfiguration site) =>
        site.Gpio == GpioUse.None ? [] : site.Definition.Doors.Where(door => site.Strikes.Any(strike => strike.Door == door.Id));

    /// <summary>SHA-256 of it, lower-case hex. Another line, level or kind of lock gives another; readers and times do not count.</summary>
    public static string Hash(SiteConfiguration site, DoorId door) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Of(site, door)))));

    private static IEnumerable<string> Of(SiteConfiguration site, DoorId door) =>
    [
        .. site.Strikes.Where(strike => strike.Door == door).Select(strike => $"strike {strike.Chip} {strike.Pin} activeHigh={strike.ActiveHigh} {strike.Wiring}"),
        .. site.Contacts.Where(contact => contact.Door == door).Select(contact => $"contact {contact.Chip} {contact.Pin} {contact.Normally}"),
        .. site.ExitButtons.Where(button => button.Door == door).Select(button => $"exit {button.Chip} {button.Pin} activeHigh={button.ActiveHigh}"),
        .. site.SupervisedInputs.Where(input => input.Door == door && input.Wire != DoorWire.Tamper).Select(input => $"{input.Wire} {input.Converter} {input.Channel} {input.Normally}"),
        .. site.FireInput is { } fire ? [$"fire {fire.Chip} {fire.Pin} activeHigh={fire.ActiveHigh}"] : Array.Empty<string>(),
    ];
}
