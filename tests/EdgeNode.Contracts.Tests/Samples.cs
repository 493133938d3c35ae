using System.Text;

namespace EdgeNode.Contracts.Tests;

/// <summary>One letter of each kind. Keys are RFC 8032 section 7.1: TEST 1 signs for the network, TEST 2 for the site.</summary>
internal static class Samples
{
    public static readonly SigningKey NetworkKey =
        new(Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

    public static readonly SigningKey SiteKey =
        new(Convert.FromHexString("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

    public static readonly DateOnly Day = new(2026, 11, 24);

    public static readonly SiteStatus Status = new(true, "0.1.0", "e1", 7, ["doors", "desks", "journal"]);

    public static readonly SiteNow Now = new(
        1_795_500_000_000,
        [new("street", "Locked", "Closed", "Normal", true)],
        [new("desk-1", "Free"), new("desk-2", "Unknown")],
        3,
        2,
        new(true, 41, 1, "Trusted", ["Desk 2: no report for 5 min. Look at its cable."]));

    public static readonly JournalBatch Batch = new("gare", "e1", 1, 2, new('0', 64), new('a', 64))
    {
        Lines = [Encoding.UTF8.GetBytes("""{"v":1,"seq":1,"note":"\u00e9+'"}"""), Encoding.UTF8.GetBytes("""{ "v":1, "seq":2 }""")],
    };

    public static readonly JournalAck JournalAck = new("e1", 41);

    public static readonly UsageManifest Manifest = SiteKey.Sign(
        new UsageManifest("gare", "e1", Day, 41, new('b', 64), 1, 90, [new('c', 64)]));

    public static readonly UsageChunk Chunk = new(
        "gare", "e1", Day, 0, [new(1, "h-1", "b-1", "centre", "desk-1", 1_795_500_000_000, 1_795_505_400_000, 90, "Measured")]);

    public static readonly UsageAck UsageAck = new("e1", Day, false, [2], null);

    public static readonly PolicyLetter Policy = new(
        "gare",
        7,
        [new("h-1", "Member", "centre", ["cleaning"], "office", false)],
        [new(new('d', 64), "h-1", true, null, 1_795_600_000_000, "2026-12-31")],
        [new("cleaning", [new("floor", "office"), new("street", null)])],
        [new("bridges", ["2026-12-24", "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=2"])],
        [new("office", [new("FREQ=WEEKLY;BYDAY=MO", "08:00", "18:30")], [new("belgian-public-holidays", []), new("bridges", ["09:00-12:00"])])],
        [new("b-1", "h-1", "desk-1", 1_795_500_000_000, 1_795_505_400_000, 1_795_490_000_000, ["h-2"], true)]);

    public static readonly PackedPolicy Packed = PolicyPacking.Pack(Policy, NetworkKey);

    public static readonly PolicyWant Want = new(7, [0]);

    public static readonly CertificateWant CertificateWant = new("-----BEGIN CERTIFICATE REQUEST-----");

    public static readonly SiteCertificate Certificate = NetworkKey.Sign(new SiteCertificate("gare", "-----BEGIN CERTIFICATE-----"));

    public static readonly SiteCommand Command = NetworkKey.Sign(
        new SiteCommand("gare", "c1", SiteCommand.Unlock, "street", "parcel", 1_795_500_000_000, 1_795_500_010_000, new('e', 32)));

    public static readonly SiteInvitation Invitation = NetworkKey.Sign(new SiteInvitation(
        "gare", 1_795_500_000_000, "broker.network.example", 8883, "-----BEGIN CERTIFICATE-----", "-----BEGIN PRIVATE KEY-----", NetworkKey.PublicHex, new('f', 64), null));
}
