using System.Globalization;
using CsCheck;
using EdgeNode.Contracts;

namespace EdgeNode.CloudSync.Tests;

public sealed class PlanAndWindowTests
{
    [Fact]
    public void The_same_day_gives_the_same_bytes_again()
    {
        var (first, again) = (Write(), Write());
        Assert.Equal(LetterCodec.Encode(first.Manifest), LetterCodec.Encode(again.Manifest));
        Assert.Equal(first.Chunks.Select(LetterCodec.Pack), again.Chunks.Select(LetterCodec.Pack));
        Assert.Equal(Enumerable.Range(1, 700).Sum(number => (long)number), first.Manifest.Minutes);

        static UsageLetters Write() => UsageWriting.Write(Letters.UsageOf(Letters.Day, 700), SiteDouble.Name, "e1", Rig.SiteKey);
    }

    [Fact]
    public void Sites_spread_their_nightly_start_over_45_minutes()
    {
        var jitters = Enumerable.Range(0, 1000).Select(n => UploadPlan.Jitter(n.ToString(CultureInfo.InvariantCulture)).TotalMinutes).ToArray();
        Assert.All(jitters, jitter => Assert.InRange(jitter, 0, 45));
        Assert.All(Enumerable.Range(0, 9), part => Assert.InRange(jitters.Count(jitter => (int)(jitter / 5) == part), 60, 170));
        Assert.Equal(UploadPlan.Jitter("gare"), UploadPlan.Jitter("gare"));
    }

    [Fact]
    public void The_next_nightly_start_is_ahead_and_within_a_day_also_when_clocks_change()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");
        Gen.Select(Gen.Int[0, 366 * 24 * 60], Gen.Int[0, (24 * 60) - 1], Gen.Char.AlphaNumeric.Array[1, 8]).Sample((minutes, nightly, site) =>
        {
            var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
            var start = UploadPlan.NextStart(new(site), now, zone, TimeOnly.MinValue.AddMinutes(nightly));
            return start > now && start - now <= TimeSpan.FromHours(25);
        });
    }

    [Fact]
    public void Days_owed_go_oldest_first_and_once() =>
        Assert.Equal([Letters.Day, Letters.Day.AddDays(1)], UploadPlan.Order([Letters.Day.AddDays(1), Letters.Day, Letters.Day]));

    [Fact]
    public void Whatever_the_hub_says_in_whatever_order_no_record_is_passed_over()
    {
        // Each step: 0 = send a batch, 1 = the hub speaks of anything sent so far, 2 = silence.
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 100]).Array[0, 60].Sample(steps =>
        {
            var window = new JournalWindow(0, 8);
            long sent = 0;
            long word = 0;
            foreach (var (step, draw) in steps)
            {
                switch (step)
                {
                    case 0 when !window.IsFull:
                        Assert.True(window.Next <= sent + 1, "a record was passed over");
                        window.Sent(window.Next + (draw % 5));
                        sent = Math.Max(sent, window.Next - 1);
                        break;
                    case 1:
                        var through = draw % (sent + 1);
                        word = Math.Max(word, through);
                        window.Hear(through);
                        break;
                    case 2:
                        window.Rewind();
                        break;
                }

                Assert.Equal(word, window.Acknowledged);
            }
        });
    }

    [Fact]
    public void After_silence_a_hub_that_knows_less_than_it_once_did_is_sent_the_rest()
    {
        var window = new JournalWindow(100, 8);
        window.Sent(150);
        window.Hear(40);
        window.Rewind();
        Assert.Equal((41, 100), (window.Next, window.Acknowledged));
        window.Sent(150);
        window.Hear(90);
        Assert.True(window.IsWaiting);
        window.Hear(150);
        Assert.False(window.IsWaiting);
    }

    [Fact]
    public void Reconnects_wait_anything_up_to_a_bound_that_doubles_to_its_cap()
    {
        var delay = new ReconnectDelay(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), new AlmostOne());
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60], Enumerable.Range(0, 8).Select(_ => Math.Round(delay.Next().TotalSeconds)));
        delay.Lived(TimeSpan.FromSeconds(59));
        Assert.Equal(60, Math.Round(delay.Next().TotalSeconds));
        delay.Lived(TimeSpan.FromSeconds(60));
        Assert.Equal(1, Math.Round(delay.Next().TotalSeconds));
        Assert.All(Enumerable.Range(0, 5000), _ => Assert.InRange(delay.Next().TotalSeconds, 0, 60));
    }

    private sealed class AlmostOne : Random
    {
        public override double NextDouble() => 0.999999;
    }
}
