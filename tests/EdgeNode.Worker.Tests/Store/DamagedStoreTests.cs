using System.Globalization;
using System.Security.Cryptography;
using EdgeNode.CloudSync;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeNode.Worker.Tests;

/// <summary>Whatever of the store is damaged, the node starts with what is whole, says so on its page, and the network sees the same words.</summary>
public sealed class DamagedStoreTests : IAsyncDisposable
{
    private const int Records = 3_000;
    private readonly string _folder = Directory.CreateTempSubdirectory("edgenode-damaged-").FullName;
    private readonly SiteConfiguration _configuration;

    public DamagedStoreTests()
    {
        _configuration = ConfigurationFixture.Read($"{ConfigurationFixture.Minimal}store: {_folder}\ngpio: none\n").Configuration!;
        using (var journal = Journal.Open(NodeStore.JournalFolder(_configuration), new() { FillSalt = salt => salt.Fill(1), NewEpoch = () => "epoch-1", SegmentBytes = 64 * 1024, Synchronous = true }))
        {
            for (var number = 1; number <= Records; number++)
            {
                journal.Append(new JournalFact.DoorContact(new("street"), number % 2 == 0 ? ContactState.Open : ContactState.Closed), new(TimeSpan.FromSeconds(number), Start.AddSeconds(number), ClockTrust.Trusted));
            }
        }

        Directory.CreateDirectory(Path.Combine(_folder, "policy"));
        var policies = new PolicyFiles(Path.Combine(_folder, "policy"));
        for (var version = 1; version <= 2; version++)
        {
            policies.Save(version, LetterCodec.Encode(new PolicyLetter("namur-gare", version, [], [], [], [], [], [])));
        }
    }

    private static DateTimeOffset Start { get; } = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_whole_store_has_nothing_to_tell()
    {
        await using var node = Open();
        Assert.Empty(Told(node));
    }

    [Fact]
    public async Task A_damaged_segment_is_told_here_and_upstream_and_the_outbox_goes_on_behind_what_is_lost()
    {
        Change(Segments()[1], bytes => bytes.AsSpan(2_000, 3_000).Fill(0xFF));
        await using var node = Open();
        Assert.Contains(Told(node), told => told.Contains("have the disk checked", StringComparison.Ordinal));
        IJournalOutbox outbox = new JournalOutbox(node.Journal);
        var before = outbox.Read(1, Records);
        var behind = outbox.Read(before[^1].Sequence + 1, Records);
        Assert.Contains(Told(node), told => told.Contains($"records {before[^1].Sequence + 1} to {behind[0].Sequence - 1} are missing", StringComparison.Ordinal));
        Assert.Equal((1, Records), (before[0].Sequence, behind[Records - (int)behind[0].Sequence].Sequence));
        Assert.Equal(Enumerable.Range(1, before.Count).Select(number => (long)number), before.Select(line => line.Sequence));
    }

    [Fact]
    public async Task A_corrupt_policy_gives_way_to_the_one_before_and_is_told_here_and_upstream()
    {
        Change(Directory.GetFiles(Path.Combine(_folder, "policy")).Order().Last(), bytes => bytes[bytes.Length / 2] ^= 1);
        await using var node = Open();
        Assert.Equal(1, node.Loop.State.Policy.Version);
        Assert.Contains(Told(node), told => told.Contains("passed over", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_damaged_picture_is_rebuilt_and_told_here_and_upstream()
    {
        await Open().DisposeAsync();
        Change(NodeStore.PictureFile(_configuration), bytes => bytes.AsSpan(4_000).Fill(0xFF));
        await using var node = Open();
        Assert.Contains(Told(node), told => told.Contains("was rebuilt from the journal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_checkpoint_that_the_journal_does_not_bear_out_is_told_and_all_of_the_journal_is_read()
    {
        Save(Records - 5, new string('a', 64));
        await using var node = Open();
        Assert.Contains(Told(node), told => told.Contains("latest checkpoint", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_checkpoint_whose_record_is_lost_with_everything_behind_it_keeps_no_node_from_starting()
    {
        Save(Records - 1, HashOf(Records - 1));
        Change(Segments()[^1], bytes => bytes.AsSpan(EndOf(bytes) - 1_500).Fill(0xFF));
        await using var node = Open();
        Assert.Contains(Told(node), told => told.Contains("latest checkpoint", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Damage_before_the_checkpoint_in_what_the_page_shows_is_mended_at_the_start()
    {
        // The checkpoint stands at the beginning of the last segment: the page shows records of the one before too.
        var first = long.Parse(Path.GetFileNameWithoutExtension(Segments()[^1]), CultureInfo.InvariantCulture);
        Save(first, HashOf(first));
        Change(Segments()[^2], bytes => bytes.AsSpan(EndOf(bytes) - 60, 40).Fill(0xFF));
        await using var node = Open();
        Assert.Contains(Told(node), told => told.Contains($"record {first - 1} is damaged", StringComparison.Ordinal));
    }

    private static void Change(string path, Action<byte[]> change)
    {
        var bytes = File.ReadAllBytes(path);
        change(bytes);
        File.WriteAllBytes(path, bytes);
    }

    private static int EndOf(byte[] segment) => segment.AsSpan().LastIndexOfAnyExcept((byte)0) + 1;

    // What the page tells, which is what the network is told.
    private static IReadOnlyList<string> Told(Node node)
    {
        node.Loop.Drain();
        var page = node.Views.Current.Health.Problems;
        Assert.Equal(page, new NetworkPicture((SiteViews)node.Views).Current().Health.Problems);
        return page;
    }

    private string[] Segments() => [.. Directory.GetFiles(NodeStore.JournalFolder(_configuration), "*.segment").Order()];

    private string HashOf(long sequence)
    {
        var hash = "";
        JournalProof.Read(NodeStore.JournalFolder(_configuration), sequence, sequence, (line, _) => hash = line.Hash);
        return hash;
    }

    private void Save(long sequence, string head)
    {
        var site = _configuration.Definition;
        var recall = new SiteRecall(Site.Initial(site, PolicySnapshot.Build(site, Policy.Nothing)), "epoch-1");
        NodeStore.OpenCheckpoints(_configuration, _ => { }).Save(recall.Checkpoint() with { Sequence = sequence, Head = head });
    }

    private Node Open() => Node.Open(_configuration, new(
        TimeProvider.System,
        TimeProvider.System,
        () => true,
        RandomNumberGenerator.Fill,
        _ => throw new NotSupportedException("This site has no pins."),
        (_, _) => throw new NotSupportedException("This site has no radars."),
        SingleThread: true,
        NullLoggerFactory.Instance));
}
