using System.Globalization;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>A door's safety sheet as it is printed and hung up.</summary>
internal static class SafetyPage
{
    /// <summary>What stands on every sheet, and is said before every trial.</summary>
    public const string Egress = "Whoever is inside must get out without this program and without power: by a handle, a panic bar, or a button that cuts the lock's power by itself.";

    /// <summary>The sheet in words.</summary>
    public static string Of(SiteConfiguration site, DoorSafetySheet sheet)
    {
        var at = site.Definition.TimeZone.Local(DateTimeOffset.FromUnixTimeMilliseconds(sheet.At));
        return string.Create(CultureInfo.InvariantCulture, $"""
            SAFETY SHEET OF A DOOR
            site        {site.Definition.Name} ({sheet.Site})
            door        {site.Definition.Doors.FirstOrDefault(door => door.Id.Value == sheet.Door)?.Name ?? sheet.Door} ({sheet.Door})
            date        {at:yyyy-MM-dd HH:mm}
            by          {sheet.By}
            lock        {(sheet.Lock == nameof(StrikeWiring.FailSecure) ? "fail-secure: without power it stays locked from outside" : "fail-safe: without power it is released")}
            way out     {Egress}
            {string.Concat(sheet.Steps.Select(step => $"{step.Step,-11} {step.Result}\n"))}{(sheet.Override is { } why ? $"NOT TRIED   {why}\n" : "")}
            wires       {sheet.Wiring}
            signature   {sheet.Signature}

            name and signature by hand  ______________________________
            try again                   {at.AddYears(1):yyyy-MM-dd}, and whenever a wire or the lock was changed

            """);
    }

    /// <summary>A step's name for people.</summary>
    public static string Name(SafetyStep step) => step switch
    {
        SafetyStep.Contact => "contact",
        SafetyStep.ExitButton => "exit button",
        SafetyStep.Lock => "lock",
        SafetyStep.WithoutPower => "no power",
        SafetyStep.WayOut => "way out",
        _ => "fire alarm",
    };
}
