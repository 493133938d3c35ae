using System.Globalization;

namespace EdgeNode.Contracts;

/// <summary>The names of all topics: <c>en/1/SITE/up/…</c> is written by the site, <c>en/1/SITE/dn/…</c> by the hub.</summary>
public static class Topics
{
    private const string Root = "en/1";
    private const string DayFormat = "yyyy-MM-dd";
    private const int LongestName = 64;

    /// <summary>What each of several hub workers subscribes to: the broker gives each letter to one of them, and tells all of them what lies at
    /// the broker, which a shared subscription alone never does.</summary>
    public static readonly IReadOnlyList<string> HubShared = [$"$share/hub/{HubAll}", $"{Root}/+/up/status", $"{Root}/+/up/now"];

    /// <summary>What a single hub subscribes to.</summary>
    public const string HubAll = $"{Root}/+/up/#";

    /// <summary>What a site subscribes to.</summary>
    public static string SiteAll(string site) => Write(site, "dn/#");

    /// <summary>See <see cref="SiteTopic.Status"/>.</summary>
    public static string Status(string site) => Write(site, "up/status");

    /// <summary>See <see cref="SiteTopic.Now"/>.</summary>
    public static string Now(string site) => Write(site, "up/now");

    /// <summary>See <see cref="SiteTopic.Journal"/>.</summary>
    public static string Journal(string site) => Write(site, "up/journal");

    /// <summary>See <see cref="SiteTopic.JournalLoss"/>.</summary>
    public static string JournalLoss(string site) => Write(site, "up/journal/loss");

    /// <summary>See <see cref="SiteTopic.UsageChunk"/>.</summary>
    public static string UsageChunk(string site, DateOnly day, int index) => Write(site, $"up/usage/{Day(day)}/{Number(index)}");

    /// <summary>See <see cref="SiteTopic.UsageManifest"/>.</summary>
    public static string UsageManifest(string site, DateOnly day) => Write(site, $"up/usage/{Day(day)}/manifest");

    /// <summary>See <see cref="SiteTopic.WantPolicy"/>.</summary>
    public static string WantPolicy(string site, long version) => Write(site, $"up/want/policy/{Number(version)}");

    /// <summary>See <see cref="SiteTopic.WantCertificate"/>.</summary>
    public static string WantCertificate(string site) => Write(site, "up/want/certificate");

    /// <summary>See <see cref="SiteTopic.Certificate"/>.</summary>
    public static string Certificate(string site) => Write(site, "dn/certificate");

    /// <summary>See <see cref="SiteTopic.JournalAck"/>.</summary>
    public static string JournalAck(string site) => Write(site, "dn/ack/journal");

    /// <summary>See <see cref="SiteTopic.UsageAck"/>.</summary>
    public static string UsageAck(string site, DateOnly day) => Write(site, $"dn/ack/usage/{Day(day)}");

    /// <summary>See <see cref="SiteTopic.PolicyHead"/>.</summary>
    public static string PolicyHead(string site) => Write(site, "dn/policy/head");

    /// <summary>See <see cref="SiteTopic.PolicyPart"/>.</summary>
    public static string PolicyPart(string site, long version, int index) =>
        Write(site, $"dn/policy/part/{Number(version)}/{Number(index)}");

    /// <summary>See <see cref="SiteTopic.PolicyDelta"/>.</summary>
    public static string PolicyDelta(string site, long version) => Write(site, $"dn/policy/delta/{Number(version)}");

    /// <summary>See <see cref="SiteTopic.Command"/>.</summary>
    public static string Command(string site, string id) => Write(site, $"dn/cmd/{id}");

    /// <summary>See <see cref="SiteTopic.Answer"/>.</summary>
    public static string Answer(string site, string id) => Write(site, $"up/answer/{id}");

    /// <summary>Takes a topic apart; null when it is none of ours.</summary>
    public static SiteTopic? Parse(string topic)
    {
        var words = topic.Split('/');
        return words is ["en", "1", var site, var way, ..] && IsName(site) ? (way, words[4..]) switch
        {
            ("up", ["status"]) => new SiteTopic.Status(site),
            ("up", ["now"]) => new SiteTopic.Now(site),
            ("up", ["journal"]) => new SiteTopic.Journal(site),
            ("up", ["journal", "loss"]) => new SiteTopic.JournalLoss(site),
            ("up", ["usage", var day, "manifest"]) => Day(day) is { } date ? new SiteTopic.UsageManifest(site, date) : null,
            ("up", ["usage", var day, var index]) => Day(day) is { } date && Index(index) is { } n ? new SiteTopic.UsageChunk(site, date, n) : null,
            ("up", ["want", "policy", var version]) => Version(version) is { } v ? new SiteTopic.WantPolicy(site, v) : null,
            ("up", ["want", "certificate"]) => new SiteTopic.WantCertificate(site),
            ("dn", ["certificate"]) => new SiteTopic.Certificate(site),
            ("up", ["answer", var id]) => IsName(id) ? new SiteTopic.Answer(site, id) : null,
            ("dn", ["ack", "journal"]) => new SiteTopic.JournalAck(site),
            ("dn", ["ack", "usage", var day]) => Day(day) is { } date ? new SiteTopic.UsageAck(site, date) : null,
            ("dn", ["policy", "head"]) => new SiteTopic.PolicyHead(site),
            ("dn", ["policy", "part", var version, var index]) =>
                Version(version) is { } v && Index(index) is { } n ? new SiteTopic.PolicyPart(site, v, n) : null,
            ("dn", ["policy", "delta", var version]) => Version(version) is { } v ? new SiteTopic.PolicyDelta(site, v) : null,
            ("dn", ["cmd", var id]) => IsName(id) ? new SiteTopic.Command(site, id) : null,
            _ => null,
        } : null;
    }

    /// <summary>Whether a text may name a site in a topic: 1 to 64 letters, digits, dots, hyphens, underscores, and not <c>all</c>.</summary>
    public static bool IsName(string name) =>
        name.Length is >= 1 and <= LongestName && name != "all" && name.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '-' or '_');

    private static string Write(string site, string rest) => IsName(site)
        ? $"{Root}/{site}/{rest}"
        : throw new ArgumentException($"'{site}' cannot name a site in a topic; use 1 to {LongestName} letters, digits, dots, hyphens and underscores, and not 'all'.", nameof(site));

    private static string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Index(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private static long? Version(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
}
