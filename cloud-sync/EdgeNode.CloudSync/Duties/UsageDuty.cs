using EdgeNode.Contracts;

namespace EdgeNode.CloudSync;

/// <summary>Uploads the days owed, oldest first, one at a time, until the hub itself has sealed each.</summary>
internal sealed class UsageDuty : LinkDuty
{
    // A day that the hub still asks for after so many answers is left to the next run: the others must not wait behind it.
    private const int MostRounds = 10;

    private readonly Queue<DateOnly> _days = new();
    private UsageLetters? _current;
    private TimeSpan _sent;
    private int _rounds;
    private DateTimeOffset _nightly;

    /// <summary>Each new connection begins with what is owed.</summary>
    public UsageDuty(DutyContext context)
        : base(context)
    {
        context.Requests.Upload();
        _nightly = NextNightly();
    }

    public override Task Take(SiteTopic topic, byte[] payload, CancellationToken stop) =>
        topic is SiteTopic.UsageAck of && _current?.Manifest is { } manifest && of.Day == manifest.Day
            && LetterCodec.Decode<UsageAck>(payload) is var ack && ack.Epoch == manifest.Epoch && ack.Day == manifest.Day
            ? Answer(ack, stop)
            : Task.CompletedTask;

    public override async Task Pump(CancellationToken stop)
    {
        AskAtNight();
        if (_current is { Manifest.Day: var silent } && Context.Elapsed - _sent >= Context.Settings.HubTimeout)
        {
            // Nobody answers: the oldest day waits, and the others behind it.
            Context.Board.Report(Key(silent), $"Usage of {silent:yyyy-MM-dd}: the hub is silent. It stays owed and is offered again; look whether the hub runs.");
            await SendManifest(stop);
        }

        while (_current is null && NextDay() is { } day)
        {
            await Begin(day, stop);
        }

        Due = _current is null ? Context.Elapsed + (_nightly - Context.Time.GetUtcNow()) : _sent + Context.Settings.HubTimeout;
    }

    private DateOnly? NextDay()
    {
        if (_days.Count == 0 && Context.Requests.TakeUpload())
        {
            foreach (var day in UploadPlan.Order(Context.Ports.Usage.DaysOwed()))
            {
                _days.Enqueue(day);
            }
        }

        return _days.TryDequeue(out var next) ? next : null;
    }

    private async Task Begin(DateOnly day, CancellationToken stop)
    {
        if (Context.Ports.Usage.Find(day) is not { } usage)
        {
            Context.Board.Report(Key(day), $"Usage of {day:yyyy-MM-dd} is owed, but the journal has no such day any more. Restore the journal of that day.");
            return;
        }

        _current = UsageWriting.Write(usage, Context.Site, Context.Ports.Journal.Epoch, Context.Keys.Site);
        _rounds = 0;
        await Send(_current.Chunks.Select(chunk => chunk.Index), stop);
    }

    private async Task Send(IEnumerable<int> chunks, CancellationToken stop)
    {
        foreach (var index in chunks)
        {
            var chunk = _current!.Chunks[index];
            await Context.Wire.Publish(Topics.UsageChunk(Context.Site, chunk.Day, index), LetterCodec.Pack(chunk), retain: false, stop);
        }

        await SendManifest(stop);
    }

    // The hub answers every manifest: after silence it alone is enough to learn what is missing.
    private async Task SendManifest(CancellationToken stop)
    {
        var manifest = _current!.Manifest;
        await Context.Wire.Publish(Topics.UsageManifest(Context.Site, manifest.Day), LetterCodec.Encode(manifest), retain: false, stop);
        _sent = Context.Elapsed;
    }

    private async Task Answer(UsageAck ack, CancellationToken stop)
    {
        if (ack.Mismatch is { } mismatch)
        {
            GiveUp($"the hub's figures are not the site's: {mismatch}. It stays owed; compare the day at both ends");
        }
        else if (ack.Sealed)
        {
            _current = null;
            await Context.Ports.Usage.Acknowledged(ack.Day);
            Context.Board.Clear(Key(ack.Day));
            Context.Board.Acknowledged();
        }
        else if (++_rounds > MostRounds)
        {
            GiveUp($"the hub still asks for parts after {MostRounds} answers. It stays owed and goes with the next upload; look at the hub's alerts");
        }
        else
        {
            await Send(ack.Missing.Where(index => index >= 0 && index < _current!.Chunks.Length).Distinct(), stop);
        }
    }

    private void GiveUp(string why)
    {
        var day = _current!.Manifest.Day;
        _current = null;
        Context.Board.Report(Key(day), $"Usage of {day:yyyy-MM-dd}: {why}.");
    }

    private void AskAtNight()
    {
        if (Context.Time.GetUtcNow() >= _nightly)
        {
            Context.Requests.Upload();
            _nightly = NextNightly();
        }
    }

    private DateTimeOffset NextNightly() =>
        UploadPlan.NextStart(Context.Site, Context.Time.GetUtcNow(), Context.Settings.Zone, Context.Settings.Nightly);

    private static string Key(DateOnly day) => $"usage {day:yyyy-MM-dd}";
}
