using System.Diagnostics;
using System.Globalization;

namespace EdgeNode.Bench;

/// <summary>Durations of one measured thing.</summary>
internal sealed class Timings(string name)
{
    private readonly List<long> _ticks = [];

    public string Name => name;

    public void Measure(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        _ticks.Add(Stopwatch.GetTimestamp() - start);
    }

    /// <summary>Takes over what another thread measured.</summary>
    public void Add(Timings other) => _ticks.AddRange(other._ticks);

    public async Task MeasureAsync(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        _ticks.Add(Stopwatch.GetTimestamp() - start);
    }

    /// <summary>Takes a duration in ticks of <see cref="Stopwatch"/>.</summary>
    public void Add(long ticks) => _ticks.Add(ticks);

    /// <summary>A value in microseconds below which a share of the durations lies.</summary>
    public double At(double share)
    {
        _ticks.Sort();
        return _ticks[(int)Math.Min(_ticks.Count - 1, _ticks.Count * share)] * 1e6 / Stopwatch.Frequency;
    }

    public void Print(Timings? peer = null)
    {
        var ratio = peer is null ? "" : string.Create(CultureInfo.InvariantCulture, $"  {At(0.5) / peer.At(0.5):0.0} x {peer.Name} at p50");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{name,-52} n {_ticks.Count,7}  p50 {At(0.5),9:0.00} us  p99 {At(0.99),9:0.00} us  p99.9 {At(0.999),9:0.00} us{ratio}"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $$"""{"bench":"{{name}}","n":{{_ticks.Count}},"p50us":{{At(0.5):0.000}},"p99us":{{At(0.99):0.000}},"p999us":{{At(0.999):0.000}}}"""));
    }
}
