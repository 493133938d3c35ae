namespace EdgeNode.Worker;

/// <summary>Makes the nightly backup, and says so when there is none. Off the way of a tap, and never the end of a node.</summary>
internal sealed class NightlyBackup : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);

    private readonly SiteBackups _backups;
    private readonly TimeZoneInfo _zone;
    private readonly TimeProvider _time;
    private readonly Action _told;
    private readonly Lock _lock = new();
    private readonly ITimer _timer;

    /// <summary>Looks at once, and from then on every five minutes.</summary>
    /// <param name="backups">Where they go.</param>
    /// <param name="zone">The site's zone.</param>
    /// <param name="time">The site's clocks.</param>
    /// <param name="told">Called when <see cref="Problem"/> changed.</param>
    public NightlyBackup(SiteBackups backups, TimeZoneInfo zone, TimeProvider time, Action told)
    {
        (_backups, _zone, _time, _told) = (backups, zone, time, told);
        _timer = time.CreateTimer(_ => Follow(), null, TimeSpan.Zero, Look);
    }

    /// <summary>Why there is no backup of last night, in words; null = there is one.</summary>
    public string? Problem { get; private set; }

    /// <summary>Waits for one that is being made.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        _lock.Enter();
        _lock.Exit();
    }

    private void Follow()
    {
        // One that takes longer than the next look is not begun twice.
        if (!_lock.TryEnter())
        {
            return;
        }

        try
        {
            var before = Problem;
            Problem = Make();
            if (Problem != before)
            {
                _told();
            }
        }
        finally
        {
            _lock.Exit();
        }
    }

    private string? Make()
    {
        try
        {
            var now = _time.GetUtcNow();
            if (SiteBackups.IsDue(_backups.Newest(), now, _zone))
            {
                _backups.Make(now);
            }

            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return $"No backup of last night: {refused.Message.TrimEnd('.')}. It is tried again every {Look.TotalMinutes:0} minutes.";
        }
    }
}
