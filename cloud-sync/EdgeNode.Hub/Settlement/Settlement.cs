using System.Globalization;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.Hub;

/// <summary>Turns the sessions of a sealed day into ledger entries, in the transaction that seals it: what is sealed is settled.</summary>
public sealed class Settlement(HubAlerts alerts)
{
    private const string UsualKind = "desk";

    /// <summary>Enters one line for each session.</summary>
    public void Enter(HubTransaction to, string site, UsageManifest manifest, IReadOnlyList<UsageRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        to.Hold(Ledger.Months, shared: true);
        var day = $"{manifest.Day:yyyy-MM-dd}";
        var month = Ledger.OpenMonth(to, day[..7]);
        var (stars, zone) = Site(to, site);
        var kinds = to.Read("SELECT id, kind FROM resource WHERE site = $1", row => (Id: row.GetString(0), Kind: row.GetString(1)), site).ToDictionary(row => row.Id, row => row.Kind);
        var plans = Plans.InForce(to, day[..7]).ToDictionary(plan => plan.Holder);
        var cards = RateCards.All(to);
        var entries = rows.Select(row =>
        {
            var start = DateTimeOffset.FromUnixTimeMilliseconds(row.Start);
            var begun = zone.LocalDay(start);
            var kind = row.Resource is { } resource && kinds.TryGetValue(resource, out var known) ? known : UsualKind;
            var line = Rating.CardOn(cards, begun) is { } card ? Rating.Line(card, stars, kind, start, row.Minutes, zone) : null;
            var plan = row.Holder is { } holder ? plans.GetValueOrDefault(holder) : null;
            return Entry(row, line, plan) with
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"use/{site}/{manifest.Epoch}/{row.Number}"),
                Month = month,
                Day = day,
                Begun = $"{begun:yyyy-MM-dd}",
                Visited = site,
            };
        }).ToArray();
        Ledger.Append(to, entries);
        Tell(to, site, day, entries);
    }

    private void Tell(HubTransaction to, string site, string day, LedgerEntry[] entries)
    {
        if (entries.Count(entry => entry.Kind == EntryKind.Unrated) is > 0 and var unrated)
        {
            alerts.Raise(to, site, $"Usage of {day}: {unrated} sessions have no price. They stand in the ledger with 0 cents; enter a rate card that covers them and correct the entries.");
        }

        foreach (var disputed in entries.Where(entry => entry.Kind == EntryKind.Disputed))
        {
            alerts.Raise(to, site, $"Usage of {day}: {disputed.Id} is disputed, since the network had given the seat to somebody else. It stands in the ledger with 0 cents; decide what it costs and correct the entry.");
        }
    }

    private static LedgerEntry Entry(UsageRow row, RatingLine? line, MemberPlan? plan)
    {
        // Measured and estimated usage is paid alike, an estimate by its end; what is disputed is paid once it is decided.
        var kind = row.Class == nameof(SessionClass.Disputed) ? EntryKind.Disputed : plan?.Kind ?? EntryKind.Use;
        var paidByTheHour = kind is EntryKind.Use or EntryKind.Prepaid;
        return new(
            "", "", "", "",
            paidByTheHour && line is null ? EntryKind.Unrated : kind,
            row.Home, "", row.Holder, plan?.Employer, plan?.CostCentre ?? "",
            row.Minutes,
            paidByTheHour ? line?.Cents ?? 0 : 0,
            paidByTheHour ? line?.Card ?? "" : "",
            paidByTheHour && line is not null ? $"{line.Rounding}" : "none",
            "");
    }

    private static (int Stars, TimeZoneInfo Zone) Site(HubTransaction from, string site) => from
        .Read("SELECT stars, zone FROM site WHERE id = $1", row => ((int)row.GetInt64(0), TimeZoneInfo.FindSystemTimeZoneById(row.GetString(1))), site)
        .Single();
}
