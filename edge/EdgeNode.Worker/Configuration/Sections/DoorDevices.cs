using EdgeNode.Hardware;

namespace EdgeNode.Worker;

/// <summary>strike, contact and exitButton of one door.</summary>
internal static class DoorDevices
{
    /// <summary>Reads all three; tells whether a contact is fitted.</summary>
    public static bool Read(MapReader door, string id, SiteDraft draft)
    {
        Add(draft.Strikes, door.Optional("strike").Map("strike", map => Strike(map, id)));
        Add(draft.ExitButtons, door.Optional("exitButton").Map("exit button", map => ExitButton(map, id)));
        return Add(draft.Contacts, door.Optional("contact").Map("contact", map => Contact(map, id)));
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

    private static ContactSettings Contact(MapReader map, string door)
    {
        var (chip, pin) = Pin(map, $"the contact of door {door}");
        return new(new(door), chip, pin, map.Optional("normally").Choice<ContactRest>() ?? ContactRest.Closed);
    }

    private static ExitButtonSettings ExitButton(MapReader map, string door)
    {
        var (chip, pin) = Pin(map, $"the exit button of door {door}");
        return new(new(door), chip, pin, map.Optional("activeHigh").Flag() ?? false);
    }

    private static (string Chip, int Pin) Pin(MapReader map, string owner)
    {
        var chip = map.Optional("chip").Text() ?? GpioChips.Header;
        return (chip, map.Required("pin", "17").Pin(chip, owner) ?? 0);
    }

    private static bool Add<T>(List<T> list, T? found)
        where T : class
    {
        if (found is not null)
        {
            list.Add(found);
        }

        return found is not null;
    }
}
