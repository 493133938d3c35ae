using Microsoft.Extensions.Logging;

namespace EdgeNode.CloudSync;

/// <summary>
/// The site's letterbox: keeps one connection to the broker, sends the journal, usage days and the picture up, takes policies
/// down. The doors never wait for it. Safe to call from any thread.
/// </summary>
public sealed partial class SiteLink : IAsyncDisposable
{
    private const string BrokerKey = "broker";

    private readonly LinkSettings _settings;
    private readonly LinkKeys _keys;
    private readonly LinkPorts _ports;
    private readonly TimeProvider _time;
    private readonly ILogger<SiteLink> _log;
    private readonly LinkBoard _board;
    private readonly LinkPipelines _pipelines;
    private readonly ReconnectDelay _delay;
    private readonly LinkRequests _requests = new();
    private readonly Bell _bell = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;
    private bool _disposed;

    /// <summary>Nothing is connected before <see cref="Start"/>.</summary>
    /// <param name="settings">Where to.</param>
    /// <param name="keys">Keys of the letters.</param>
    /// <param name="ports">The site.</param>
    /// <param name="time">Real time, also where the site runs on simulated time: the broker does not.</param>
    /// <param name="random">Spreads reconnects.</param>
    /// <param name="log">Names no person, token or password.</param>
    public SiteLink(LinkSettings settings, LinkKeys keys, LinkPorts ports, TimeProvider time, Random random, ILogger<SiteLink> log)
    {
        (_settings, _keys, _ports, _time, _log) = (settings, keys, ports, time, log);
        _board = new(ports.Cursor, time, log);
        _delay = new(settings.ReconnectBase, settings.ReconnectCap, random);
        _pipelines = new(settings, time, _delay, NoteDown);
    }

    /// <summary>Raised on a change, on the link's own thread; handlers return at once.</summary>
    public event Action<LinkHealth>? HealthChanged
    {
        add => _board.Changed += value;
        remove => _board.Changed -= value;
    }

    /// <summary>How the link is now.</summary>
    public LinkHealth Health => _board.Health;

    /// <summary>Whether the broker has confirmed subscription and status.</summary>
    public bool Connected => Health.Connected;

    /// <summary>Begins to connect, and goes on until disposed.</summary>
    public void Start() => _running = Task.Run(Live);

    /// <summary>New durable records, or a new picture.</summary>
    public void Nudge() => _bell.Ring();

    /// <summary>Uploads the days owed now, or with the next connection.</summary>
    public void UploadDays()
    {
        _requests.Upload();
        _bell.Ring();
    }

    /// <summary>Done when connected.</summary>
    public Task WhenConnected(CancellationToken stop = default) => _board.Waits.Until(() => Connected, stop);

    /// <summary>Done when a policy of this version or a later one is in force.</summary>
    public Task WhenPolicyAtLeast(long version, CancellationToken stop = default) =>
        _board.Waits.Until(() => _ports.Policy.Version >= version, stop);

    /// <summary>Done when the hub itself has acknowledged the journal through a sequence.</summary>
    public Task WhenAcknowledged(long sequence, CancellationToken stop = default) =>
        _board.Waits.Until(() => _ports.Cursor.AcknowledgedThrough >= sequence, stop);

    /// <summary>Done when no usage day is owed.</summary>
    public Task WhenDaysAcknowledged(CancellationToken stop = default) =>
        _board.Waits.Until(() => _ports.Usage.DaysOwed().Count == 0, stop);

    /// <summary>Done when the health meets a condition.</summary>
    public Task WhenHealth(Func<LinkHealth, bool> met, CancellationToken stop = default) =>
        _board.Waits.Until(() => met(Health), stop);

    /// <summary>Leaves the broker politely and stops; whoever still waits is cancelled. A second call does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        await _stop.CancelAsync();
        await _running;
        _board.Waits.Close();
        _stop.Dispose();
    }

    private async Task Live()
    {
        try
        {
            await _pipelines.Reconnect.ExecuteAsync(async stop => await LiveOnce(stop), _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            LogStopped();
        }
        catch (Exception error) when (_stop.IsCancellationRequested)
        {
            LogStoppedWhileDown(error.Message);
        }
        catch (Exception error)
        {
            // Only a listener of the health that throws can bring it here.
            LogDead(error);
            throw;
        }
    }

    private async Task LiveOnce(CancellationToken stop)
    {
        var start = _time.GetTimestamp();
        await using var wire = new Wire(_pipelines.Broker, _bell);
        try
        {
            await wire.Connect(WireOptions.Of(_settings, _ports, StatusDuty.Status(online: false, _settings, _ports)), stop);
            LogConnected(_settings.Host, _settings.Port);
            _board.Clear(BrokerKey);
            using var session = new LinkSession(new(_settings, _keys, _ports, _board, _requests, wire, _time), _bell, _log);
            await session.Run(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await wire.Leave(CancellationToken.None);
            throw;
        }
        finally
        {
            _delay.Lived(_time.GetElapsedTime(start));
            _board.Connected(false);
        }
    }

    private void NoteDown(Exception error, TimeSpan wait)
    {
        LogDown(_settings.Host, _settings.Port, error.Message, wait.TotalSeconds);
        _board.Report(BrokerKey, $"No connection to {_settings.Host}:{_settings.Port}: {error.Message} Doors and desks go on; everything is sent later.");
    }
}
