using System.Collections.Immutable;
using System.Globalization;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>The wires of one site, as an electrician wants them: a table, and the header as it lies before you.</summary>
internal static class WiringPage
{
    private const int LabelWidth = 30;

    public static string Of(SiteConfiguration site)
    {
        var plan = PinPlan.Of(site);
        return string.Join('\n', [$"Wires of {site.Definition.Id.Value}", "", .. Table(plan), "", .. Elsewhere(site), .. Drawing(plan), ""]);
    }

    private static IEnumerable<string> Table(ImmutableArray<PinUse> plan)
    {
        yield return "GPIO  header  where                     wire                  level";
        foreach (var use in plan)
        {
            var position = use.IsOnHeader ? Header.PositionOf(use.Line)?.ToString(CultureInfo.InvariantCulture) ?? "none" : use.Chip;
            yield return $"{use.Line,4}  {position,6}  {use.Place,-24}  {use.What,-20}  {use.Level}";
        }
    }

    private static IEnumerable<string> Elsewhere(SiteConfiguration site)
    {
        var lines = site.Readers.Select(Elsewhere).OfType<string>()
            .Concat(site.SupervisedInputs.Select(input => $"door {input.Door.Value}: {What(input.Wire)} at converter {input.Converter}, channel {input.Channel}, with resistors at its end"))
            .Concat(site.DeskSensors.OfType<DeskSensorSettings.Radar>().Select(radar => $"desk {radar.Desk.Value}: radar at {radar.Port}, {radar.Baud} baud")).ToArray();
        return lines is [] ? [] : ["Not on pins:", .. lines.Select(line => $"  {line}"), ""];
    }

    private static string What(DoorWire wire) => wire switch
    {
        DoorWire.Contact => "contact",
        DoorWire.ExitButton => "exit button",
        _ => "tamper loop",
    };

    private static string? Elsewhere(ReaderSettings reader) => reader switch
    {
        ReaderSettings.Osdp osdp => $"reader {osdp.AccessPoint.Value}: OSDP at {osdp.Port}, address {osdp.Address}, {osdp.Baud} baud",
        ReaderSettings.Pcsc pcsc => $"reader {pcsc.AccessPoint.Value}: USB, {pcsc.Name ?? "the first there is"}",
        ReaderSettings.Nfc { Wire: NfcWire.Serial serial } nfc => $"reader {nfc.AccessPoint.Value}: {nfc.Kind} at {serial.Port}",
        _ => null,
    };

    // Seen with the header at the upper right and the USB sockets below: position 1 is the upper left one.
    private static IEnumerable<string> Drawing(ImmutableArray<PinUse> plan)
    {
        yield return "The header, USB sockets towards you (board's edge on the right):";
        for (var left = 1; left < Header.All.Length; left += 2)
        {
            yield return $"{Label(plan, left),LabelWidth}  {left,2} o o {left + 1,-2}  {Label(plan, left + 1)}".TrimEnd();
        }
    }

    private static string Label(ImmutableArray<PinUse> plan, int position)
    {
        var name = Header.All[position - 1];
        var uses = plan.Where(use => use.IsOnHeader && Header.PositionOf(use.Line) == position).Select(use => $"{use.Place.Split(' ')[^1]} {use.What.Split(',')[0]}").ToArray();
        return uses is [] ? name is "GND" or "5 V" or "3.3 V" ? name : "." : $"{string.Join(" / ", uses)} (GPIO {name})";
    }
}
