using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace EdgeNode.CloudSync;

/// <summary>What the link says of itself. Problems stand under a key, so that a new one takes the place of the old and good news clears it.</summary>
internal sealed partial class LinkBoard(IUploadCursor cursor, TimeProvider time, ILogger log)
{
    private readonly Lock _gate = new();
    private ImmutableSortedDictionary<string, string> _problems = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    private bool _connected;
    private DateTimeOffset? _lastAcknowledged;

    public event Action<LinkHealth>? Changed;

    public LinkHealth Health
    {
        get
        {
            lock (_gate)
            {
                return new(_connected, cursor.AcknowledgedThrough, _lastAcknowledged, [.. _problems.Values]);
            }
        }
    }

    public LinkWaits Waits { get; } = new();

    public void Connected(bool connected) => Change(() => _connected = connected);

    public void Acknowledged() => Change(() => _lastAcknowledged = time.GetUtcNow());

    public void Report(string key, string problem)
    {
        if (Volatile.Read(ref _problems).GetValueOrDefault(key) != problem)
        {
            LogProblem(key, problem);
            Change(() => _problems = _problems.SetItem(key, problem));
        }
    }

    public void Clear(string key)
    {
        if (Volatile.Read(ref _problems).ContainsKey(key))
        {
            Change(() => _problems = _problems.Remove(key));
        }
    }

    /// <summary>Something that a caller may be waiting for has happened.</summary>
    public void Tell()
    {
        Changed?.Invoke(Health);
        Waits.Recheck();
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
        }

        Tell();
    }
}
