using System.Globalization;
using System.Security.Cryptography;
using EdgeNode.Contracts;
using EdgeNode.Core;
using Microsoft.Extensions.Time.Testing;

namespace EdgeNode.Hub.Tests;

/// <summary>A hub without a broker: letters go in by hand and the answers come back. Sites "here" and "there" sign with their own keys.</summary>
internal sealed class HubBed : IDisposable
{
    public static readonly DateOnly Day = new(2026, 3, 2);

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("edgenode-hub-").FullName;
    private readonly SigningKey _network = new([.. Enumerable.Repeat((byte)9, 32)]);

    /// <param name="cluster">Where the database lies; null = a SQLite file.</param>
    public HubBed(PostgresCluster? cluster)
    {
        Where = cluster?.NewDatabase() ?? File;
        Database = HubDatabase.Open(Where);
        Directory = new(Database, new IdentifierKey(Enumerable.Repeat((byte)1, 32).ToArray()));
        Alerts = new(Time);
        Plans = new(Database, Time);
        Ledger = new(Database);
        Cards = new(Database);
        Closing = new(Database, Time);
        Reconciliation = new(Database, Alerts);
        Shelf = new(_network, Time);
        Post = new(Database, Alerts, new(Alerts, Time), new(Alerts, new(Alerts)), new(Time), Shelf, null);
        Directory.PutSite("here", "Here", Keys["here"].PublicHex);
        Directory.PutSite("there", "There", Keys["there"].PublicHex);
        Directory.SetTerms("here", "coop", 2, "Europe/Brussels");
    }

    public string File => Path.Combine(_folder, "hub.db");

    public string Where { get; }

    public HubDatabase Database { get; }

    public HubDirectory Directory { get; }

    public HubAlerts Alerts { get; }

    public Plans Plans { get; }

    public Ledger Ledger { get; }

    public RateCards Cards { get; }

    public MonthClosing Closing { get; }

    public Reconciliation Reconciliation { get; }

    public PolicyShelf Shelf { get; }

    public HubPostOffice Post { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 10, 3, 0, 0, TimeSpan.Zero));

    public Dictionary<string, SigningKey> Keys { get; } = new()
    {
        ["here"] = new([.. Enumerable.Repeat((byte)3, 32)]),
        ["there"] = new([.. Enumerable.Repeat((byte)4, 32)]),
    };

    public IReadOnlyList<string> AlertTexts => new FleetView(Database, Time).Alerts();

    public long Count(string table) => (long)Database.Transact(from => from.One($"SELECT count(*) FROM {table}"))!;

    public void Take(UsageChunk chunk) => Post.Take([new(Topics.UsageChunk(chunk.Site, chunk.Day, chunk.Index), LetterCodec.Pack(chunk))]);

    public UsageAck Take(UsageManifest manifest) =>
        LetterCodec.Decode<UsageAck>(Assert.Single(Post.Take([new(Topics.UsageManifest(manifest.Site, manifest.Day), LetterCodec.Encode(manifest))])).Payload);

    public JournalAck Take(JournalBatch batch) => LetterCodec.Decode<JournalAck>(Assert.Single(Post.Take([Letter(batch)])).Payload);

    public JournalAck Take(JournalLoss loss) =>
        LetterCodec.Decode<JournalAck>(Assert.Single(Post.Take([new(Topics.JournalLoss("here"), LetterCodec.Encode(loss))])).Payload);

    public static IncomingLetter Letter(JournalBatch batch) => new(Topics.Journal(batch.Site), JournalBatchCodec.Pack(batch));

    /// <summary>Uploads a whole day of one site, signed.</summary>
    public UsageAck Upload(string site, DateOnly day, params UsageRow[] rows)
    {
        var (chunks, manifest) = Letters(site, day, rows);
        foreach (var chunk in chunks)
        {
            Take(chunk);
        }

        return Take(manifest);
    }

    public (UsageChunk[] Chunks, UsageManifest Manifest) Letters(string site, DateOnly day, params UsageRow[] rows)
    {
        var chunks = rows.Chunk(UsageChunk.MaxSessions).Select((cut, index) => new UsageChunk(site, "e1", day, index, cut)).ToArray();
        var hashes = chunks.Select(chunk => Convert.ToHexStringLower(SHA256.HashData(LetterCodec.Encode(chunk)))).ToArray();
        return (chunks, Keys[site].Sign(new UsageManifest(site, "e1", day, 9, "head", rows.Length, rows.Sum(row => row.Minutes), hashes)));
    }

    /// <summary>A session of a holder from a local hour on.</summary>
    public static UsageRow Session(long number, string holder, string home, DateOnly day, int hour, long minutes, string? resource = "d01")
    {
        var start = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels").Instant(day, new TimeOnly(hour, 0)).ToUnixTimeMilliseconds();
        return new(number, holder, null, home, resource, start, start + (minutes * 60_000), minutes, "Measured");
    }

    public static RatingCard Card(string id, DateOnly from, long cents) =>
        new(id, from, RatingRounding.HalfUp, [new(null, null, null, TimeOnly.MinValue, TimeOnly.MinValue, cents)]);

    public void Member(string holder, string home, MemberPlan? plan = null)
    {
        Directory.Put(new Member(holder, "Member", home));
        if (plan is not null)
        {
            Plans.Put(plan);
        }
    }

    public static List<byte[]> Chain(int count, JournalFact? fact = null)
    {
        var lines = new List<byte[]>();
        var previous = JournalCodec.Genesis;
        for (var sequence = 1; sequence <= count; sequence++)
        {
            var line = JournalCodec.Encode(
                new(sequence, new(TimeSpan.FromSeconds(sequence), DateTimeOffset.UnixEpoch, ClockTrust.Trusted), fact ?? new JournalFact.ExitRequested(new("street"))),
                previous, []);
            previous = line.Hash;
            lines.Add(line.Public);
        }

        return lines;
    }

    public static JournalBatch Batch(List<byte[]> lines, int first, int last) => new("here", "e1", first, last, "", "")
    {
        Lines = [.. lines[(first - 1)..last].Select(line => (ReadOnlyMemory<byte>)line)],
    };

    public void Dispose()
    {
        Database.Dispose();
        _network.Dispose();
        Keys.Values.ToList().ForEach(key => key.Dispose());
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"hub on {Database.GetType().Name}");
}
