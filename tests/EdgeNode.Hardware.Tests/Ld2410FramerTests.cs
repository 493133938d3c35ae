using CsCheck;
using Xunit;

namespace EdgeNode.Hardware.Tests;

/// <summary>The basic and the engineering report that the HLK-LD2410 protocol document prints as examples.</summary>
public sealed class Ld2410FramerTests
{
    public static readonly byte[] Basic = Convert.FromHexString("F4F3F2F10D0002AA025100000000" + "3B00005500F8F7F6F5");

    private static readonly byte[] Engineering = Convert.FromHexString(
        "F4F3F2F1230001AA031E003C0000390000" + "08083C2205030304030605" + "0000391013060608040305" + "5500F8F7F6F5");

    private static readonly RadarReport Still = new(Moving: false, 81, Still: true, 0);

    [Fact]
    public void The_published_frame_is_found_wherever_it_is_split()
    {
        for (var split = 0; split <= Basic.Length; split++)
        {
            var framer = new Ld2410Framer();
            Assert.Equal([Still], [.. framer.Feed(Basic.AsSpan(0, split)), .. framer.Feed(Basic.AsSpan(split))]);
        }
    }

    [Fact]
    public void An_engineering_frame_reports_the_same_first_fields()
    {
        Assert.Equal(0x23 + 10, Engineering.Length);
        Assert.Equal([new(Moving: true, 30, Still: true, 0)], new Ld2410Framer().Feed(Engineering));
    }

    [Fact]
    public void Frames_among_garbage_are_all_found() =>
        Gen.Byte.Array[0, 30].Where(garbage => !garbage.Contains((byte)0xF4)).Array[2, 6].Sample(garbage =>
        {
            byte[] stream = [.. garbage.SelectMany(bytes => (byte[])[.. bytes, .. Basic])];
            return new Ld2410Framer().Feed(stream).Count == garbage.Length;
        });

    [Theory]
    [InlineData("F4")]
    [InlineData("F4F3F2F1")]
    [InlineData("F4F3F2F10D00")]
    [InlineData("F4F3F2F1FFFF")]
    [InlineData("F4F3F2F10000")]
    [InlineData("F4F3F2F10D0002AA025100")]
    public void A_frame_behind_a_truncated_one_is_found(string truncated)
    {
        var framer = new Ld2410Framer();
        byte[] stream = [.. Convert.FromHexString(truncated), .. Basic, .. Basic, .. Basic, .. Basic];
        Assert.NotEmpty(framer.Feed(stream));
        Assert.Equal([Still], framer.Feed(Basic));
    }

    [Fact]
    public void Every_prefix_of_a_frame_is_no_report()
    {
        for (var length = 0; length < Basic.Length; length++)
        {
            Assert.Empty(new Ld2410Framer().Feed(Basic.AsSpan(0, length)));
        }
    }

    [Theory]
    [InlineData(6, 0x03)]
    [InlineData(7, 0xAB)]
    [InlineData(8, 0x04)]
    [InlineData(17, 0x54)]
    [InlineData(22, 0xF4)]
    public void A_frame_with_a_wrong_byte_is_no_report(int at, byte wrong)
    {
        byte[] frame = [.. Basic];
        frame[at] = wrong;
        Assert.Empty(new Ld2410Framer().Feed(frame));
    }

    [Fact]
    public void Random_bytes_never_throw_and_never_keep_more_than_one_frame_waiting() =>
        Gen.Frequency((1, Gen.Byte), (3, Gen.Int[0, Basic.Length - 1].Select(index => Basic[index]))).Array[0, 400].Sample(bytes =>
        {
            var framer = new Ld2410Framer();
            framer.Feed(bytes);
            framer.Feed(Convert.FromHexString("F4F3F2F1FFFF"));
            framer.Feed(new byte[74]);
            Assert.Equal([Still], framer.Feed(Basic));
        });

    [Theory]
    [InlineData(false, 0, false, 0, false)]
    [InlineData(true, 150, false, 0, true)]
    [InlineData(true, 151, false, 0, false)]
    [InlineData(false, 10, true, 151, false)]
    [InlineData(true, 300, true, 100, true)]
    public void Somebody_is_present_only_as_a_target_within_range(bool moving, int movingCm, bool still, int stillCm, bool present) =>
        Assert.Equal(present, new RadarReport(moving, movingCm, still, stillCm).PresentWithin(150));
}
