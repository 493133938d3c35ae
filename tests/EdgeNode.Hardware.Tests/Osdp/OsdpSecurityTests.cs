using EdgeNode.Hardware.Simulated;
using Xunit;

namespace EdgeNode.Hardware.Tests;

public sealed class OsdpSecurityTests
{
    private const string Card = "00101101001011010010110101";

    [Fact]
    public void A_reader_with_another_key_never_comes_up_and_is_told_once()
    {
        using var world = new OsdpWorld((OsdpWorld.Settings(0), OsdpKeyRing.Settle(OsdpWorld.Key), OsdpWorld.Reader(0, OsdpWorld.OtherKey)));
        world.Readers[0].Device.Tap(Card);
        world.Run(30);
        Assert.Equal([new OsdpEvent.Refused(OsdpAlarm.WrongKey)], world.AtTheDoor());
    }

    [Fact]
    public void A_reader_that_refuses_the_channel_is_not_spoken_to_in_clear()
    {
        using var world = new OsdpWorld((OsdpWorld.Settings(0), OsdpKeyRing.Settle(OsdpWorld.Key), OsdpWorld.Reader(0, null, allowsClear: true)));
        world.Readers[0].Device.Tap(Card);
        world.Run(30);
        Assert.Equal([new OsdpEvent.Refused(OsdpAlarm.NoSecureChannel)], world.AtTheDoor());
        Assert.DoesNotContain(world.Bus.Sent, message => new OsdpFramer().Feed(message, TimeSpan.Zero)[0].Code == (byte)OsdpCommand.Poll);
    }

    [Fact]
    public void A_reader_that_was_never_paired_is_asked_who_it_is_and_nothing_else()
    {
        using var world = new OsdpWorld((OsdpWorld.Settings(0), OsdpKeyRing.Empty, OsdpWorld.Reader(0, null)));
        world.Readers[0].Device.Tap(Card);
        world.Run(10);
        Assert.Empty(world.AtTheDoor());
        Assert.All(world.Bus.Sent, message => Assert.Equal((byte)OsdpCommand.Identify, message[6]));
    }

    [Fact]
    public void Pairing_gives_the_reader_its_own_key_and_no_card_counts_before()
    {
        using var world = new OsdpWorld((OsdpWorld.Settings(0), OsdpKeyRing.Empty, OsdpWorld.Reader(0, null)));
        world.Readers[0].Device.Tap(Card);
        world.Links[0].Pair(new("installer", world.Time.Uptime + TimeSpan.FromMinutes(1), OsdpWorld.Key));
        world.Run(5);
        Assert.Equal(OsdpWorld.Key, world.Readers[0].Device.Key);
        var told = world.Told(0);
        Assert.Equal(OsdpKeyRing.Settle(OsdpWorld.Key), told.OfType<OsdpEvent.KeepKeys>().Last().Ring);
        Assert.True(Array.FindIndex(told, one => one is OsdpEvent.Up) < Array.FindIndex(told, one => one is OsdpEvent.Card));
    }

    [Fact]
    public void Leave_to_pair_ends_by_itself()
    {
        using var world = new OsdpWorld((OsdpWorld.Settings(0), OsdpKeyRing.Empty, OsdpWorld.Reader(0, null)));
        world.Readers[0].Fault = OsdpFault.Silent;
        world.Links[0].Pair(new("installer", world.Time.Uptime + TimeSpan.FromMinutes(1), OsdpWorld.Key));
        world.Run(61);
        world.Readers[0].Fault = OsdpFault.None;
        world.Run(10);
        Assert.Null(world.Readers[0].Device.Key);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_rotation_survives_a_power_cut_on_either_side_of_the_new_key(bool readerTookIt)
    {
        var ring = OsdpKeyRing.Settle(OsdpWorld.Key).Propose(OsdpWorld.OtherKey);
        var real = readerTookIt ? OsdpWorld.OtherKey : OsdpWorld.Key;
        using var world = new OsdpWorld((OsdpWorld.Settings(0), ring, OsdpWorld.Reader(0, real)));
        world.Run(3);
        var told = world.Told(0);
        Assert.Contains(new OsdpEvent.Up(), told);
        Assert.DoesNotContain(told, one => one is OsdpEvent.Refused);
        Assert.Equal(OsdpKeyRing.Settle(real), Assert.Single(told.OfType<OsdpEvent.KeepKeys>()).Ring);
    }

    [Fact]
    public void A_new_key_is_kept_before_the_reader_hears_of_it()
    {
        using var world = OsdpWorld.One();
        world.Run(2);
        world.Told(0);
        world.Readers[0].Fault = OsdpFault.Silent;
        world.Links[0].Rotate(OsdpWorld.OtherKey);
        Assert.Equal(OsdpKeyRing.Settle(OsdpWorld.Key).Propose(OsdpWorld.OtherKey), Assert.Single(world.Told(0).OfType<OsdpEvent.KeepKeys>()).Ring);
    }

    [Fact]
    public void A_rotation_whose_answers_are_lost_ends_with_one_key_on_both_sides()
    {
        using var world = OsdpWorld.One();
        world.Run(2);
        (world.Readers[0].Fault, world.Readers[0].Spoils) = (OsdpFault.Silent, 3);
        world.Links[0].Rotate(OsdpWorld.OtherKey);
        world.Run(20);
        Assert.Equal(OsdpWorld.OtherKey, world.Readers[0].Device.Key);
        Assert.True(world.Links[0].IsUp);
        Assert.Equal(OsdpKeyRing.Settle(OsdpWorld.OtherKey), world.Told(0).OfType<OsdpEvent.KeepKeys>().Last().Ring);
    }

    [Fact]
    public void Four_readers_share_a_bus_and_the_fall_of_one_costs_the_others_nothing()
    {
        using var world = Four([]);
        world.Run(5);
        world.Readers[2].Fault = OsdpFault.Silent;
        world.Run(60);
        for (var address = 0; address < 4; address++)
        {
            world.Told(address);
        }

        world.Readers[1].Device.PowerCycle();
        foreach (var reader in world.Readers)
        {
            reader.Device.Tap(Card);
        }

        world.Run(5);
        Assert.All((int[])[0, 1, 3], address => Assert.Equal("Card", Assert.Single(world.AtTheDoor(address)).GetType().Name));
        Assert.Empty(world.AtTheDoor(2));
    }

    [Fact]
    public void A_hostile_reader_that_answers_first_gets_no_card_through_and_cannot_silence_the_others()
    {
        var hostile = new HostileReader(1, Card);
        using var world = Four([hostile]);
        world.Bus.Answered += hostile.Overhear;
        world.Run(60);
        foreach (var reader in world.Readers)
        {
            reader.Device.Tap(new('1', 34));
        }

        world.Run(30);
        for (var address = 0; address < 4; address++)
        {
            var told = world.Told(address);
            Assert.DoesNotContain(told.OfType<OsdpEvent.Card>(), card => card.Bits == Card);
            Assert.True(address == 1 || told.OfType<OsdpEvent.Card>().Count() == 1);
        }
    }

    [Theory, InlineData(0), InlineData(2)]
    public void Clear_text_while_the_channel_stands_is_refused_and_told_once(double quiet)
    {
        var hostile = new HostileReader(0, Card) { Active = false };
        using var world = new OsdpWorld([hostile], (OsdpWorld.Settings(0), OsdpKeyRing.Settle(OsdpWorld.Key), OsdpWorld.Reader(0, OsdpWorld.Key)));
        world.Run(quiet);
        hostile.Active = true;
        world.Run(60);
        var told = world.Told(0);
        Assert.DoesNotContain(told, one => one is OsdpEvent.Card);
        Assert.Single(told.OfType<OsdpEvent.Refused>(), refused => refused.Alarm == OsdpAlarm.ClearText);
    }

    private static OsdpWorld Four(IBusListener[] others) => new(
        others,
        [.. Enumerable.Range(0, 4).Select(address => (
            OsdpWorld.Settings((byte)address), OsdpKeyRing.Settle(OsdpWorld.Key), OsdpWorld.Reader((byte)address, OsdpWorld.Key)))]);
}
