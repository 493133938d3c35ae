using CsCheck;
using EdgeNode.Hardware.Simulated;
using Xunit;

namespace EdgeNode.Hardware.Tests;

public sealed class StrikePropertyTests
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Allowed = TimeSpan.FromMinutes(3);

    private static readonly Gen<Act> Acts = Gen.Frequency(
        (4, Gen.Int[0, 150_000].Select(Act (asked) => new Act.Release(asked))),
        (1, Gen.Const<Act>(new Act.Relock())),
        (5, Gen.Int[0, 90_000].Select(Act (span) => new Act.Wait(span))));

    [Fact]
    public void A_strike_is_never_on_without_a_deadline() =>
        Gen.Select(Acts.Array[1, 60], Gen.Bool, Gen.Bool).Sample((acts, activeHigh, powerReleases) =>
        {
            using var board = new Board();
            var wiring = new StrikePin(17, activeHigh, powerReleases);
            using var strike = new StrikeOutput(board.Gpio, wiring, new("street"), board.Events, board.Time);
            List<(TimeSpan At, TimeSpan Until)> asked = [];
            foreach (var act in acts)
            {
                Play(act, board, strike, asked);
            }

            board.Time.Advance(StrikeOutput.MaxRelease + StrikeOutput.Grace);
            var stretches = Stretches(board.Chip.Trace, wiring.ReleasedLevel);
            Assert.Equal(!wiring.ReleasedLevel, board.Chip.IsHigh(17));
            Assert.All(stretches, stretch => Assert.True(stretch.To <= asked.Last(ask => ask.At < stretch.To).Until));
            Assert.All(stretches, stretch => Assert.True(SpentBefore(stretch.To, stretches) <= Allowed));
        }, iter: 2000);

    private static void Play(Act act, Board board, StrikeOutput strike, List<(TimeSpan At, TimeSpan Until)> asked)
    {
        switch (act)
        {
            case Act.Release release:
                var atMost = TimeSpan.FromMilliseconds(release.Milliseconds);
                var bound = atMost < StrikeOutput.MaxRelease ? atMost : StrikeOutput.MaxRelease;
                asked.Add((board.Time.Uptime, board.Time.Uptime + bound + StrikeOutput.Grace));
                strike.Release(atMost);
                break;
            case Act.Relock:
                strike.Relock();
                break;
            case Act.Wait wait:
                board.Advance(wait.Milliseconds);
                break;
        }
    }

    // The times that the lock was let go, out of the changes of its line.
    private static List<(TimeSpan From, TimeSpan To)> Stretches(IReadOnlyList<OutputChange> trace, bool releasedHigh)
    {
        List<(TimeSpan From, TimeSpan To)> stretches = [];
        TimeSpan? since = null;
        foreach (var change in trace)
        {
            if (change.High == releasedHigh)
            {
                since = change.Uptime;
            }
            else if (since is { } from)
            {
                stretches.Add((from, change.Uptime));
                since = null;
            }
        }

        stretches.RemoveAll(stretch => stretch.From == stretch.To);
        return stretches;
    }

    // A window is fullest where a release ends.
    private static TimeSpan SpentBefore(TimeSpan end, List<(TimeSpan From, TimeSpan To)> stretches) =>
        stretches.Where(stretch => stretch.To <= end && stretch.To > end - Window)
            .Aggregate(TimeSpan.Zero, (sum, stretch) => sum + (stretch.To - (stretch.From > end - Window ? stretch.From : end - Window)));

    private abstract record Act
    {
        public sealed record Release(int Milliseconds) : Act;

        public sealed record Relock : Act;

        public sealed record Wait(int Milliseconds) : Act;
    }
}
