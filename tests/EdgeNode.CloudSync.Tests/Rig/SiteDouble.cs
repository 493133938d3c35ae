using System.Collections.Concurrent;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.CloudSync.Tests;

/// <summary>The site's side of the ports, in memory.</summary>
internal sealed class SiteDouble : IUsageBook, IPolicySink, ISitePicture
{
    private int _pictures;

    public const string Name = "gare";

    public JournalDouble Journal { get; } = new();

    public ConcurrentDictionary<DateOnly, UsageDay> Owed { get; } = new();

    public ConcurrentQueue<DateOnly> Sealed { get; } = new();

    public Policy Applied { get; private set; } = Policy.Nothing;

    public byte[]? Letter { get; set; }

    public bool TakesPolicies { get; set; } = true;

    public long Version => Applied.Version;

    public string Hash => Applied.Hash;

    public LinkPorts Ports => new(Journal, Journal, this, this, this);

    public IReadOnlyList<DateOnly> DaysOwed() => [.. Owed.Keys];

    public UsageDay? Find(DateOnly day) => Owed.GetValueOrDefault(day);

    public Task Acknowledged(DateOnly day)
    {
        Owed.TryRemove(day, out _);
        Sealed.Enqueue(day);
        return Task.CompletedTask;
    }

    public Task<bool> Offer(Policy policy, byte[] letter)
    {
        if (TakesPolicies)
        {
            (Applied, Letter) = (policy, letter);
        }

        return Task.FromResult(TakesPolicies);
    }

    // Never the same twice, so that every look at it could be sent.
    public SiteNow Current() => new(0, [], [], Interlocked.Increment(ref _pictures), 0, new(true, Journal.Durable, Owed.Count, "Trusted", []));
}
