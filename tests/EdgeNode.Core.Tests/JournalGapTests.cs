using CsCheck;
using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class JournalGapTests
{
    private static readonly JournalGap[] Gaps = [new(4, 6), new(9, 1_000_000)];

    [Theory]
    [InlineData(1, 3, 3)]
    [InlineData(1, 8, 5)]
    [InlineData(4, 6, 0)]
    [InlineData(5, 1_000_002, 4)]
    [InlineData(7, 1_000_002, 4)]
    [InlineData(1_000_001, 1_000_002, 2)]
    [InlineData(10, 9, 0)]
    [InlineData(600, 500, 0)]
    public void Records_are_counted_without_the_numbers_that_none_has(long from, long through, long records) =>
        Assert.Equal(records, JournalGap.Records(Gaps, from, through));

    [Theory]
    [InlineData(1_000_002, 2, 1_000_001)]
    [InlineData(1_000_002, 3, 8)]
    [InlineData(1_000_002, 5, 3)]
    [InlineData(1_000_002, 500, 1)]
    [InlineData(8, 3, 3)]
    [InlineData(3, 2, 2)]
    public void The_latest_records_begin_before_a_gap_when_there_are_too_few_behind_it(long through, long count, long from) =>
        Assert.Equal(from, JournalGap.Latest(Gaps, through, count));

    [Fact]
    public void From_where_the_latest_records_begin_there_are_as_many_as_were_asked_for() =>
        Gen.Select(Gen.Long[1, 40], Gen.Long[0, 30], Gen.Long[0, 30], Gen.Long[1, 60]).Sample((before, first, second, count) =>
        {
            JournalGap[] gaps = [new(before + 1, before + 1 + first), new(before + first + 12, before + first + 12 + second)];
            var through = gaps[1].Last + 5;
            var from = JournalGap.Latest(gaps, through, count);
            Assert.Equal(Math.Min(count, JournalGap.Records(gaps, 1, through)), JournalGap.Records(gaps, from, through));
        }, iter: 2_000);
}
