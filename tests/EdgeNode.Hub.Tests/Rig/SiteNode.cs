using System.Globalization;
using EdgeNode.CloudSync;
using EdgeNode.CloudSync.Tests;
using EdgeNode.Contracts;
using EdgeNode.Core;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeNode.Hub.Tests;

/// <summary>A site with a real link, whose journal and usage days stand in memory.</summary>
internal sealed class SiteNode(string name, byte seed) : IAsyncDisposable
{
    private long _restored;

    public string Name { get; } = name;

    public SiteDouble Site { get; } = new();

    public SigningKey Key { get; } = new([.. Enumerable.Repeat(seed, 32)]);

    public SiteLink? Link { get; private set; }

    /// <summary>What the site itself counted: minutes of sessions by home.</summary>
    public SortedDictionary<string, long> Minutes { get; } = new(StringComparer.Ordinal);

    public int Sessions { get; private set; }

    public string LastDay { get; private set; } = "";

    /// <summary>Writes whole days of records and sessions into the journal; every day is owed then.</summary>
    public void Live(DateOnly from, int days, int sessionsADay, int recordsADay, string[] homes, Random random)
    {
        for (var day = from; day < from.AddDays(days); day = day.AddDays(1))
        {
            Site.Journal.Append(recordsADay);
            for (var session = 0; session < sessionsADay; session++)
            {
                var (home, start) = (homes[random.Next(homes.Length)], new DateTimeOffset(day, new TimeOnly(8, 0), TimeSpan.Zero).AddMinutes(random.Next(300)));
                var minutes = random.Next(1, 500);
                Site.Journal.Append(1, new JournalFact.SessionClosed(++Sessions, new(home), new ResourceId("d01"), start, start.AddMinutes(minutes), SessionClass.Measured)
                {
                    Who = new(new(string.Create(CultureInfo.InvariantCulture, $"{home}-{random.Next(3)}")), null),
                });
                Minutes[home] = Minutes.GetValueOrDefault(home) + minutes;
            }

            Site.Journal.Append(1, new JournalFact.DayClosed(day));
            LastDay = $"{day:yyyy-MM-dd}";
        }

        Owe();
    }

    /// <summary>
    /// The machine died and another one was put back from a copy that ended with a record. What the copy knew to be sealed or acknowledged is nothing;
    /// the day that was open in it is closed once more.
    /// </summary>
    public void PutBack(long last, long next, DateOnly open)
    {
        Site.Journal.PutBack(last, 0, next);
        (Sessions, _restored) = ((int)next, next);
        Site.Sealed.Clear();
        Site.Journal.Append(1, new JournalFact.DayClosed(open));
        Owe();
    }

    private void Owe()
    {
        foreach (var day in UsageRollup.Days(Site.Journal.Entries()).Where(day => !Site.Sealed.Contains(day.Day)))
        {
            Site.Owed[day.Day] = day with { Restored = day.Through > _restored ? _restored : 0 };
        }
    }

    /// <summary>Like the site's own nightly start, but at once: days that the hub did not seal in time go again.</summary>
    private void Again(LinkHealth health)
    {
        if (health.Problems.Any(problem => problem.Contains("did not seal it", StringComparison.Ordinal)))
        {
            Link!.UploadDays();
        }
    }

    public void Connect(int port, SigningKey network, Func<LinkSettings, LinkSettings>? change = null, Func<LinkPorts, LinkPorts>? ports = null)
    {
        var settings = new LinkSettings(Name, "127.0.0.1", port, "0.1.0", TimeZoneInfo.Utc)
        {
            ReconnectBase = TimeSpan.FromMilliseconds(20),
            ReconnectCap = TimeSpan.FromMilliseconds(200),
            HubTimeout = TimeSpan.FromMilliseconds(500),
            BrokerTimeout = TimeSpan.FromSeconds(2),
        };
        Link = new(
            change?.Invoke(settings) ?? settings, new(Key, new(network.PublicHex)), ports?.Invoke(Site.Ports) ?? Site.Ports, TimeProvider.System, new Random(Name[0]), NullLogger<SiteLink>.Instance);
        Link.HealthChanged += Again;
        Link.Start();
    }

    /// <summary>Done when the hub itself has everything.</summary>
    public async Task WhenAllIsThere(CancellationToken stop)
    {
        Link!.UploadDays();
        await Link.WhenAcknowledged(Site.Journal.Durable, stop);
        await Link.WhenDaysAcknowledged(stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (Link is not null)
        {
            await Link.DisposeAsync();
        }

        Key.Dispose();
    }
}
