using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace EdgeNode.Bench;

/// <summary>Taps one peer: at a rate, then as fast as it answers with so many on their way.</summary>
internal sealed class PeerRun(int port, int people) : IDisposable
{
    private const int Window = 128;
    private readonly Random _random = new(1);
    private long[] _sent = [];
    private long[] _heard = [];
    private SemaphoreSlim _free = new(0);
    private TaskCompletionSource _all = new();
    private int _left;

    /// <summary>Taps at a rate; the durations from sending to hearing.</summary>
    public async Task<Timings> RateAsync(string name, int perSecond, int taps)
    {
        Begin(taps, taps);
        await using var line = await PeerLine.OpenAsync(port, TapTopics.Strikes, Hear);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1) / perSecond);
        for (var tap = 0; tap < taps; tap++)
        {
            await timer.WaitForNextTickAsync();
            await SendAsync(line, tap);
        }

        await _all.Task.WaitAsync(TimeSpan.FromSeconds(60));
        var timings = new Timings(name);
        for (var tap = 0; tap < taps; tap++)
        {
            timings.Add(_heard[tap] - _sent[tap]);
        }

        return timings;
    }

    /// <summary>Taps without pause; answers per second.</summary>
    public async Task<double> SaturateAsync(int taps)
    {
        Begin(taps, Window);
        await using var line = await PeerLine.OpenAsync(port, TapTopics.Strikes, Hear);
        var start = Stopwatch.GetTimestamp();
        for (var tap = 0; tap < taps; tap++)
        {
            if (!await _free.WaitAsync(TimeSpan.FromSeconds(30)))
            {
                throw new TimeoutException($"{_left} taps were not answered: nothing was measured.");
            }

            await SendAsync(line, tap);
        }

        await _all.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return taps / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Dispose() => _free.Dispose();

    private void Begin(int taps, int window)
    {
        _free.Dispose();
        (_sent, _heard, _free, _left) = (new long[taps], new long[taps], new(window), taps);
        _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    // Somebody else each time: nobody taps twice within the time that a reader takes for one tap.
    private Task SendAsync(PeerLine line, int tap)
    {
        var person = (tap + _random.Next(people / 4)) % people;
        _sent[tap] = Stopwatch.GetTimestamp();
        return line.SendAsync(TapTopics.Tap(PeerPeople.Door(person)), string.Create(CultureInfo.InvariantCulture, $"{tap} {PeerPeople.Card(person)}"));
    }

    private void Hear(string topic, System.Buffers.ReadOnlySequence<byte> payload)
    {
        var tap = int.Parse(Encoding.ASCII.GetString(payload), CultureInfo.InvariantCulture);
        _heard[tap] = Stopwatch.GetTimestamp();
        _free.Release();
        if (Interlocked.Decrement(ref _left) == 0)
        {
            _all.SetResult();
        }
    }
}
