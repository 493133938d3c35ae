using EdgeNode.Core;
using EdgeNode.Hardware;

namespace EdgeNode.Worker;

/// <summary>strike, contact, exitButton and tamper of one door.</summary>
internal static class DoorDevices
{
    /// <summary>Reads all four; tells whether a contact is fitted.</summary>
    public static bool Read(MapReader door, string id, SiteDraft draft)
    {
        if (door.Optional("strike").Map("strike", map => Strike(map, id)) is { } strike)
        {
            draft.Strikes.Add(strike);
        }

        var contact = door.Optional("contact").Map("contact", map => Contact(map, id, draft));
        door.Optional("exitButton").Map("exit button", map => ExitButton(map, id, draft));
        door.Optional("tamper").Map("tamper loop", map => Tamper(map, id, draft));
        return contact is not null;
    }

    /// <summary>The contact of the fire alarm, which belongs to no door.</summary>
    public static FireInputSettings? FireInput(MapReader root) => root.Optional("fireInput").Map("fire input", map =>
    {
        var (chip, pin) = Pin(map, "the fire input");
        return new FireInputSettings(chip, pin, map.Optional("activeHigh").Flag() ?? true);
    });

    private static StrikeSettings Strike(MapReader map, string door)
    {
        var (chip, pin) = Pin(map, $"the strike of door {door}");
        var activeHigh = map.Optional("activeHigh").Flag() ?? true;
        var wiring = map.Required("wiring", "failSecure").Choice<StrikeWiring>() ?? StrikeWiring.FailSecure;
        return new(new(door), chip, pin, activeHigh, wiring);
    }

    private static InputWire Contact(MapReader map, string door, SiteDraft draft)
    {
        var wire = Input(map, $"the contact of door {door}", draft);
        var rest = map.Optional("normally").Choice<ContactRest>() ?? ContactRest.Closed;
        if (wire is InputWire.AtPin pin)
        {
            draft.Contacts.Add(new(new(door), pin.Chip, pin.Number, rest));
        }

        Supervise(wire, door, DoorWire.Contact, draft, rest);
        return wire;
    }

    private static InputWire ExitButton(MapReader map, string door, SiteDraft draft)
    {
        var wire = Input(map, $"the exit button of door {door}", draft);
        var field = map.Optional("activeHigh");
        var activeHigh = field.Flag();
        if (wire is InputWire.AtPin pin)
        {
            draft.ExitButtons.Add(new(new(door), pin.Chip, pin.Number, activeHigh ?? false));
        }
        else if (activeHigh is not null)
        {
            field.Fail("activeHigh means nothing at a converter: a supervised button closes while it is pressed", "take the line away");
        }

        Supervise(wire, door, DoorWire.ExitButton, draft);
        return wire;
    }

    private static InputWire Tamper(MapReader map, string door, SiteDraft draft)
    {
        var wire = Input(map, $"the tamper loop of door {door}", draft);
        if (wire is InputWire.AtPin pin)
        {
            draft.Tampers.Add(new(new(door), pin.Chip, pin.Number));
        }

        Supervise(wire, door, DoorWire.Tamper, draft);
        return wire;
    }

    private static void Supervise(InputWire wire, string door, DoorWire which, SiteDraft draft, ContactRest rest = ContactRest.Closed)
    {
        if (wire is InputWire.AtConverter at)
        {
            draft.SupervisedInputs.Add(new(new(door), which, at.Converter, at.Channel, rest));
        }
    }

    private static InputWire Input(MapReader map, string owner, SiteDraft draft)
    {
        var chip = map.Optional("chip").Text() ?? GpioChips.Header;
        var (pin, converter, channel) = (map.Optional("pin"), map.Optional("converter"), map.Optional("channel"));
        if (pin.IsAbsent == converter.IsAbsent)
        {
            map.Fail($"{owner} needs either pin or converter", "write pin: 27 for a plain wire, or converter: box and channel: 0 for a loop with resistors");
        }

        var number = pin.Pin(chip, owner) ?? 0;
        if (converter.IsAbsent)
        {
            // Asked for all the same, so that the keys are known.
            channel.Whole(0, Mcp3008.Channels - 1, 0);
            return new InputWire.AtPin(chip, number);
        }

        var name = draft.ConverterNames.Refer(converter);
        if (channel.IsAbsent)
        {
            map.Fail($"{owner} needs the channel of converter {Quoted.Text(name)}", "add the line: channel: 0");
        }

        var channels = draft.Converters.Any(known => known.Id == name && known is ConverterSettings.Ads1115) ? Ads1115.Channels : Mcp3008.Channels;
        return new InputWire.AtConverter(name, channel.Channel(name, channels, owner) ?? 0);
    }

    private static (string Chip, int Pin) Pin(MapReader map, string owner)
    {
        var chip = map.Optional("chip").Text() ?? GpioChips.Header;
        return (chip, map.Required("pin", "17").Pin(chip, owner) ?? 0);
    }
}
