using EdgeNode.Contracts;

namespace EdgeNode.Hub;

/// <summary>Writes the policy letter of a site from the tables, in a fixed order: the same tables always give the same bytes.</summary>
internal static class PolicyWriting
{
    /// <summary>The site's letter as of now, without bookings that ended before an instant.</summary>
    public static PolicyLetter Write(HubTransaction from, string site, long version, long endedBefore, string month)
    {
        var plans = Plans.InForce(from, month).ToDictionary(plan => plan.Holder);
        var prepaid = Plans.Prepaid(from, plans.Values);
        return new(
            site,
            version,
            from.Read(
                "SELECT ref, class, home, profiles, plan_hours, extended, pin, duress_pin, pin_exempt, needs_escort FROM holder ORDER BY ref",
                row => Holder(row, site, plans.GetValueOrDefault(row.GetString(0)))),
            from.Read(
                """
                SELECT token, holder, enabled, valid_from, valid_to, valid_through, assurance, loan FROM credential
                WHERE loan IS NULL OR holder IN (SELECT ref FROM holder WHERE home = $1) ORDER BY token
                """,
                Credential,
                site),
            Profiles(from, site),
            SpecialDays(from),
            Schedules(from),
            from.Read(
                "SELECT id, holder, resource, starts, ends, made, guests, host_first FROM booking WHERE site = $1 AND ends > $2 ORDER BY starts, id",
                row => new PolicyBooking(
                    row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), row.Number(5), Names(row.GetString(6)), row.GetBoolean(7)),
                site, endedBefore))
        {
            Prepaid = prepaid.Count == 0 ? null : prepaid,
            UsageCounted = prepaid.Count == 0 ? null : Counted(from, site),
        };
    }

    private static PolicyCredential Credential(System.Data.Common.DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetBoolean(2), row.Number(3), row.Number(4), row.Text(5))
        {
            Assurance = row.GetString(6),
            Loan = row.Text(7),
        };

    // A site asks back no further than this.
    private static List<string> Counted(HubTransaction from, string site) =>
        [.. from.Read("SELECT DISTINCT day FROM usage_day WHERE site = $1 ORDER BY day DESC LIMIT 60", row => row.GetString(0), site).Order(StringComparer.Ordinal)];

    // Staff is staff in its own house only.
    private static PolicyHolder Holder(System.Data.Common.DbDataReader row, string site, MemberPlan? plan)
    {
        var (@class, home) = (row.GetString(1), row.GetString(2));
        return new(
            row.GetString(0),
            @class == "Staff" && home != site ? "Member" : @class,
            home,
            Names(row.GetString(3)),
            row.Text(4),
            row.GetBoolean(5))
        {
            Pin = row.Text(6),
            DuressPin = row.Text(7),
            PinExempt = row.GetBoolean(8),
            NeedsEscort = row.GetBoolean(9),
            Employer = plan?.Kind == EntryKind.Prepaid ? plan.Employer : null,
            DayPass = plan?.Kind == EntryKind.Day ? true : null,
        };
    }

    private static string[] Names(string separatedBySpaces) => separatedBySpaces.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static List<PolicyProfile> Profiles(HubTransaction from, string site) =>
    [
        .. from.Read(
                "SELECT profile, area, schedule FROM access_right WHERE site = $1 ORDER BY profile, area",
                row => (Profile: row.GetString(0), Right: new PolicyRight(row.GetString(1), row.Text(2))),
                site)
            .GroupBy(row => row.Profile)
            .Select(group => new PolicyProfile(group.Key, [.. group.Select(row => row.Right)])),
    ];

    private static List<PolicySpecialDays> SpecialDays(HubTransaction from) =>
    [
        .. from.Read("SELECT name, days FROM special_day ORDER BY name, days", row => (Name: row.GetString(0), Days: row.GetString(1)))
            .GroupBy(row => row.Name)
            .Select(group => new PolicySpecialDays(group.Key, [.. group.Select(row => row.Days)])),
    ];

    private static List<PolicySchedule> Schedules(HubTransaction from)
    {
        var special = from.Read(
                "SELECT schedule, days, hours FROM special_hours ORDER BY schedule, days",
                row => (Schedule: row.GetString(0), Hours: new PolicySpecialHours(row.GetString(1), row.GetString(2).Split(' ', StringSplitOptions.RemoveEmptyEntries))))
            .ToLookup(row => row.Schedule, row => row.Hours);
        return
        [
            .. from.Read(
                    "SELECT schedule, days, starts, ends FROM schedule_window ORDER BY schedule, days, starts",
                    row => (Schedule: row.GetString(0), Window: new PolicyWindow(row.GetString(1), row.GetString(2), row.GetString(3))))
                .GroupBy(row => row.Schedule)
                .Select(group => new PolicySchedule(group.Key, [.. group.Select(row => row.Window)], [.. special[group.Key]])),
        ];
    }
}
