using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>What is not well about a door's safety sheet, readers and wires, for its tile.</summary>
internal static class DoorWarnings
{
    public static void Write(Markup html, DoorView door, Phrases phrases)
    {
        if (door.Acceptance is DoorAcceptance.Missing or DoorAcceptance.Overridden)
        {
            html.Element("p", "badge warn", phrases[$"acceptance.{door.Acceptance}"]);
        }

        if (!door.ReaderUp)
        {
            html.Element("p", "badge warn", phrases["reader.lost"]);
        }

        foreach (var trouble in Enum.GetValues<ReaderTrouble>().Where(trouble => trouble != ReaderTrouble.None && door.ReaderTrouble.HasFlag(trouble)))
        {
            html.Element("p", "shout", phrases[$"reader.{trouble}"]);
        }

        foreach (var (wire, condition) in door.Wires)
        {
            html.Element("p", "shout", Said(wire, condition, phrases));
        }
    }

    /// <summary>One wire in words: which, and how it is.</summary>
    public static string Said(DoorWire wire, WireCondition condition, Phrases phrases) => $"{phrases[$"wire.{wire}"]}: {phrases[$"condition.{condition}"]}";
}
