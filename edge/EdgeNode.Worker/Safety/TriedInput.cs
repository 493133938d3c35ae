using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>An input of a door that is tried, plain or with resistors at its end.</summary>
/// <param name="At">Where it comes in, in words.</param>
/// <param name="Normally">Of a contact: its state while the door is shut.</param>
/// <param name="ActiveHigh">Of a plain button: the level while it is pressed; null = it is not plain.</param>
internal sealed record TriedInput(string At, ContactRest Normally, bool? ActiveHigh)
{
    /// <summary>The contact of a door; null = it has none.</summary>
    public static TriedInput? Contact(SiteConfiguration site, DoorId door) =>
        site.Contacts.FirstOrDefault(one => one.Door == door) is { } plain ? new($"GPIO {plain.Pin} and ground", plain.Normally, null) : Supervised(site, door, DoorWire.Contact);

    /// <summary>The exit button of a door; null = it has none.</summary>
    public static TriedInput? ExitButton(SiteConfiguration site, DoorId door) =>
        site.ExitButtons.FirstOrDefault(one => one.Door == door) is { } plain ? new($"GPIO {plain.Pin}", default, plain.ActiveHigh) : Supervised(site, door, DoorWire.ExitButton);

    private static TriedInput? Supervised(SiteConfiguration site, DoorId door, DoorWire wire) =>
        site.SupervisedInputs.FirstOrDefault(one => one.Door == door && one.Wire == wire) is { } loop ? new($"channel {loop.Channel} of converter {loop.Converter}", loop.Normally, null) : null;
}
