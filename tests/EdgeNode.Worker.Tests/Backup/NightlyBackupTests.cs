using EdgeNode.Store;
using EdgeNode.Store.Tests;
using Microsoft.Extensions.Time.Testing;

namespace EdgeNode.Worker.Tests;

public sealed class NightlyBackupTests : IDisposable
{
    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
    private readonly SiteBackups _backups;

    public NightlyBackupTests()
    {
        Directory.CreateDirectory(_folder["store/journal"]);
        Directory.CreateDirectory(_folder["stick"]);
        File.WriteAllText(_folder["site.yaml"], ConfigurationFixture.Minimal + "store: store\ngpio: none\nbackup: { folder: stick, keep: 3 }\n");
        _backups = new(_folder["site.yaml"], ConfigurationFile.Read(_folder["site.yaml"]).Result.Configuration!);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, "2026-03-02T12:00Z", true)]
    [InlineData("2026-03-02T03:31Z", "2026-03-02T12:00Z", false)]
    [InlineData("2026-03-02T03:29Z", "2026-03-02T12:00Z", true)]
    [InlineData("2026-03-02T03:29Z", "2026-03-02T03:29:59Z", false)]
    [InlineData("2026-03-01T03:29Z", "2026-03-02T03:29:59Z", true)]
    [InlineData("2026-03-29T02:29Z", "2026-03-29T02:31Z", true)]
    [InlineData("2027-01-01T00:00Z", "2026-03-02T12:00Z", false)]
    public void It_is_due_when_none_was_made_since_half_past_four(string? newest, string now, bool due) =>
        Assert.Equal(due, SiteBackups.IsDue(newest is null ? null : At(newest), At(now), Brussels));

    [Fact]
    public void One_is_made_each_night_and_the_oldest_goes()
    {
        using var nightly = Begin();
        for (var night = 1; night <= 5; night++)
        {
            Assert.Contains(Files(), file => file.StartsWith($"namur-gare-{_time.GetUtcNow():yyyyMMdd}", StringComparison.Ordinal));
            _time.Advance(TimeSpan.FromDays(1));
        }

        Assert.True(Files() is ["namur-gare-20260305-120000.edgenode-backup", "namur-gare-20260306-120000.edgenode-backup", "namur-gare-20260307-120000.edgenode-backup"]);
        Assert.Null(nightly.Problem);
        Assert.Contains(BackupFile.Read(_folder["stick/namur-gare-20260307-120000.edgenode-backup"], _backups.Code), entry => entry.Name == SiteFiles.Configuration);
    }

    [Fact]
    public void A_stick_that_is_gone_is_told_at_once_and_nothing_is_written_where_it_was()
    {
        Directory.Delete(_folder["stick"]);
        var told = 0;
        using var nightly = Begin(() => Interlocked.Increment(ref told));
        Assert.True(nightly.Problem is { } problem && problem.Contains("Put the stick back", StringComparison.Ordinal));
        Assert.False(Directory.Exists(_folder["stick"]));
        Assert.Equal(1, told);

        Directory.CreateDirectory(_folder["stick"]);
        _time.Advance(TimeSpan.FromMinutes(5));
        Assert.True(nightly.Problem is null && Files().Length == 1);
        Assert.Equal(2, told);
    }

    [Fact]
    public void Files_of_other_sites_and_other_files_are_left_alone()
    {
        string[] others = ["namur-gare-2-20200101-000000.edgenode-backup", "namur-gare-notes.edgenode-backup", "photo.jpg"];
        Array.ForEach(others, name => File.WriteAllText(_folder[$"stick/{name}"], "x"));
        for (var day = 0; day < 5; day++)
        {
            _backups.Make(_time.GetUtcNow().AddDays(day));
        }

        Assert.Equal(3 + 2, Files().Length);
        Assert.All(others, name => Assert.True(File.Exists(_folder[$"stick/{name}"])));
        Assert.Equal(_time.GetUtcNow().AddDays(4), _backups.Newest());
    }

    private NightlyBackup Begin(Action? told = null) => new(_backups, Brussels, _time, told ?? (() => { }));

    private string[] Files() => [.. Directory.GetFiles(_folder["stick"], "*.edgenode-backup").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
