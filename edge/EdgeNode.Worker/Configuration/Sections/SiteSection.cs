using System.Text.RegularExpressions;

namespace EdgeNode.Worker;

/// <summary>site: id, name, timezone.</summary>
internal sealed partial record SiteSection(string Id, string Name, TimeZoneInfo TimeZone)
{
    private static readonly SiteSection Nothing = new("", "", TimeZoneInfo.Utc);

    public static SiteSection Read(MapReader root) => root.Required("site", "and below it id, name and timezone, indented").Map("site section", Site) ?? Nothing;

    private static SiteSection Site(MapReader map)
    {
        var id = new NameTable("site").Declare(map.Required("id", "namur-gare"));
        return new(id, map.Optional("name").Text() ?? id, Zone(map.Required("timezone", "Europe/Brussels")));
    }

    private static TimeZoneInfo Zone(Field field)
    {
        var name = field.Text();
        if (name is null)
        {
            return TimeZoneInfo.Utc;
        }

        if (ZoneName().IsMatch(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        field.Fail($"there is no time zone {Quoted.Text(name)}", Cure(name));
        return TimeZoneInfo.Utc;
    }

    private static string Cure(string name)
    {
        var zones = TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id).ToList();
        if (zones.Count < 2)
        {
            return "this machine knows no time zones: install the package tzdata";
        }

        var city = Spelling.Nearest(name, zones.Select(City));
        var meant = Spelling.Nearest(name, zones) ?? zones.FirstOrDefault(zone => City(zone) == city);
        return meant is null ? "write it as in the tz database, for example timezone: Europe/Brussels" : $"did you mean {meant}?";
    }

    private static string City(string zone) => zone[(zone.LastIndexOf('/') + 1)..];

    [GeneratedRegex("^[A-Za-z]+([/_+-][A-Za-z0-9]+)*$")]
    private static partial Regex ZoneName();
}
