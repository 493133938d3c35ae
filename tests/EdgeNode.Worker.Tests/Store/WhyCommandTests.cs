using EdgeNode.CloudSync;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker.Tests;

/// <summary>The program itself, asked why a door stayed shut: journal and policy are made by the real step, queue and files.</summary>
public sealed class WhyCommandTests : IDisposable
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly string Bits = string.Concat(Enumerable.Repeat("01", 13));
    private readonly string _folder = Directory.CreateTempSubdirectory("edgenode-why-").FullName;
    private readonly string _file;
    private readonly IdentifierKey _key;
    private readonly SiteDefinition _site;

    public WhyCommandTests()
    {
        _file = Path.Combine(_folder, "site.yaml");
        var text = ConfigurationFixture.Minimal
            .Replace("    to: floor\n", "    to: floor\n    outageCode: true\n    readers: [{ id: street-in, wiegand: { d0: 5, d1: 6 } }]\n", StringComparison.Ordinal)
            .Replace("    to: host\n", "    to: host\n    readers: [{ id: host-in, wiegand: { d0: 7, d1: 8 } }]\n", StringComparison.Ordinal);
        File.WriteAllText(_file, $"{text}store: {_folder}\n");
        _key = SiteKeys.Open(Path.Combine(_folder, "keys"), bytes => bytes.Fill(7)).IdentifierKey;
        _site = SiteConfigurationReader.Read(File.ReadAllText(_file), _folder).Configuration!.Definition;
        Live();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Why_decides_a_refusal_once_more_and_names_the_rules_that_broke()
    {
        var (exit, output, error) = await EdgeNodeProcess.RunAsync("why", "6", "--config", _file);
        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("NO  the area behind is the host's own, and the holder is not its staff", output, StringComparison.Ordinal);
        Assert.Contains("NO  a booking exists, but its way does not go through this door", output, StringComparison.Ordinal);
        Assert.Contains("ok  the badge is not blocked", output, StringComparison.Ordinal);
        Assert.Contains("booking b-1: d01, 2026-03-02 09:00 to 2026-03-02 12:00, arrived.", output, StringComparison.Ordinal);
        Assert.Contains("Monday 2026-03-02 09:01:00 +01:00, clock trusted; reader host-in at door host, which is locked; policy 7.", output, StringComparison.Ordinal);
        Assert.EndsWith("Decided once more, it is the same.\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_uses_the_policy_that_was_in_force_then()
    {
        new PolicyFiles(Path.Combine(_folder, "policy")).Save(8, LetterCodec.Encode(Letter(8) with { Bookings = [] }));
        var (exit, output, _) = await EdgeNodeProcess.RunAsync("why", "2", "--config", _file);
        Assert.Equal(0, exit);
        Assert.Contains("Outcome: granted, by the booking b-1.", output, StringComparison.Ordinal);
        Array.ForEach(Directory.GetFiles(Path.Combine(_folder, "policy"), "policy-00000000000000000007-*"), File.Delete);
        (exit, _, var error) = await EdgeNodeProcess.RunAsync("why", "2", "--config", _file);
        Assert.Equal(1, exit);
        Assert.Contains("Policy 7, by which it was decided, is no longer kept", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "Record 1 is no decision at a door, but SiteStarted. Decisions before it: none.")]
    [InlineData("99", "There is no record 99; the journal ends with record ")]
    public async Task Why_explains_a_record_that_it_cannot_explain(string record, string words)
    {
        var (exit, _, error) = await EdgeNodeProcess.RunAsync("why", record, "--config", _file);
        Assert.Equal(1, exit);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_if_tells_of_any_badge_door_and_time_and_records_nothing()
    {
        var before = Directory.GetFiles(Path.Combine(_folder, "journal")).Sum(file => new FileInfo(file).Length);
        var (exit, output, _) = await EdgeNodeProcess.RunAsync("what-if", "--badge", Bits, "--door", "street", "--at", "2026-03-02T08:30", "--config", _file);
        Assert.Equal(0, exit);
        Assert.Contains("NO  a booking for this door opens later", output, StringComparison.Ordinal);
        Assert.Contains("Outcome: denied, TooEarly. A booking opens it from 2026-03-02 07:45 UTC.", output, StringComparison.Ordinal);
        (_, output, _) = await EdgeNodeProcess.RunAsync("what-if", "--badge", "h-1", "--door", "street", "--at", "2026-03-02T08:45", "--config", _file);
        Assert.Contains("Outcome: granted, by the booking b-1.", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Bits, output, StringComparison.Ordinal);
        (exit, _, var error) = await EdgeNodeProcess.RunAsync("what-if", "--badge", "h-1", "--door", "cellar", "--config", _file);
        Assert.Equal(1, exit);
        Assert.Contains("doors with one: street, host", error, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(Path.Combine(_folder, "journal")).Sum(file => new FileInfo(file).Length));
    }

    [Fact]
    public async Task The_code_of_a_day_is_told_with_the_doors_that_take_it()
    {
        var (exit, output, _) = await EdgeNodeProcess.RunAsync("outage-code", "--day", "2026-03-02", "--config", _file);
        Assert.Equal(0, exit);
        Assert.Equal($"2026-03-02: {OutageCode.Of(_key, _site.Id, new(2026, 3, 2)).Digits} and then #, at street\n", output);
    }

    [Fact]
    public void Every_reason_has_its_words() => Assert.Equal(Enum.GetValues<DenyReason>(), DecisionRules.All.Keys);

    private static PolicyLetter Letter(long version, string token = "") => new(
        "namur-gare",
        version,
        [new("h-1", "Member", "centre", [], null, false)],
        token.Length == 0 ? [] : [new(token, "h-1", true, null, null, null)],
        [],
        [],
        [],
        [new("b-1", "h-1", "d01", Morning.ToUnixTimeMilliseconds(), Morning.AddHours(3).ToUnixTimeMilliseconds(), null, [], false)]);

    // One start, a grant with its passage, a refusal: as the node itself would have written them.
    private void Live()
    {
        var token = _key.Tokenise(Bits);
        var letter = LetterCodec.Encode(Letter(7, token.Value));
        new PolicyFiles(Path.Combine(_folder, "policy")).Save(7, letter);
        var policy = PolicyReading.Read(letter, "namur-gare", _site.TimeZone, JournalCodec.HashOf(letter)).Policy!;
        var state = Site.Initial(_site, PolicySnapshot.Build(_site, policy));
        Directory.CreateDirectory(Path.Combine(_folder, "journal"));
        using var journal = Journal.Open(Path.Combine(_folder, "journal"), new() { FillSalt = salt => salt.Fill(1), NewEpoch = () => "epoch-1", Synchronous = true });
        var seconds = 0;
        Step(new SiteEvent.Started("test"));
        Step(new SiteEvent.IdentifierPresented(new("street-in"), token, default));
        Step(new SiteEvent.IdentifierPresented(new("host-in"), token, default));

        void Step(SiteEvent @event)
        {
            var now = new Moment(TimeSpan.FromSeconds(seconds), Morning.AddSeconds(seconds), ClockTrust.Trusted);
            var step = Site.Step(state, @event is SiteEvent.IdentifierPresented tap ? tap with { ReadAt = now.Uptime } : @event, now);
            state = step.State;
            foreach (var record in step.Effects.OfType<Effect.Record>())
            {
                journal.Append(record.Fact, now);
            }

            seconds += 30;
        }
    }
}
