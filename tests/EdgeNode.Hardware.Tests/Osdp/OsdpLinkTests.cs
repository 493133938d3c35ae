using EdgeNode.Hardware.Simulated;
using Xunit;

namespace EdgeNode.Hardware.Tests;

public sealed class OsdpLinkTests
{
    private const string Card = "00101101001011010010110101";

    [Fact]
    public void A_paired_reader_comes_up_in_a_secure_channel_within_two_seconds()
    {
        using var world = OsdpWorld.One();
        world.Run(2);
        Assert.Equal([new OsdpEvent.Up()], world.AtTheDoor());
        Assert.True(world.Readers[0].Device.IsSecure);
    }

    [Fact]
    public void A_card_arrives_bit_by_bit_with_the_time_since_when_it_may_have_been_held()
    {
        using var world = OsdpWorld.One();
        world.Run(2);
        world.Told(0);
        var tapped = world.Time.Uptime;
        world.Readers[0].Device.Tap(Card);
        world.Run(1);
        var card = Assert.IsType<OsdpEvent.Card>(Assert.Single(world.AtTheDoor()));
        Assert.Equal(Card, card.Bits);
        Assert.InRange(card.Since, tapped - TimeSpan.FromMilliseconds(200), tapped + TimeSpan.FromMilliseconds(200));
        Assert.DoesNotContain(Card, card.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_a_card_nor_a_key_goes_over_the_wire_in_clear()
    {
        using var world = OsdpWorld.One();
        var heard = new List<byte>();
        world.Bus.Answered += heard.AddRange;
        world.Run(2);
        world.Readers[0].Device.Tap(Card);
        world.Links[0].Rotate(OsdpWorld.OtherKey);
        world.Run(3);
        var all = Convert.ToHexString([.. heard, .. world.Bus.Sent.SelectMany(message => message)]);
        Assert.DoesNotContain(Convert.ToHexString(OsdpContent.Card(Card)[4..]), all, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString(OsdpWorld.OtherKey.Bytes), all, StringComparison.Ordinal);
        Assert.Equal(OsdpWorld.OtherKey, world.Readers[0].Device.Key);
    }

    [Theory, InlineData(OsdpFault.Silent), InlineData(OsdpFault.WrongCheck), InlineData(OsdpFault.Late), InlineData(OsdpFault.HalfFrame), InlineData(OsdpFault.Noise)]
    [InlineData(OsdpFault.Busy)]
    public void One_lost_answer_is_repeated_under_its_own_number_and_costs_neither_channel_nor_card(OsdpFault fault)
    {
        using var world = OsdpWorld.One();
        world.Run(2);
        world.Told(0);
        (world.Readers[0].Fault, world.Readers[0].Spoils) = (fault, 1);
        world.Readers[0].Device.Tap(Card);
        var before = world.Bus.Sent.Count;
        world.Run(2);
        var again = world.Bus.Sent.Skip(before).Zip(world.Bus.Sent.Skip(before + 1)).Count(pair => pair.First.SequenceEqual(pair.Second));
        Assert.Equal(1, again);
        Assert.Equal(Card, Assert.IsType<OsdpEvent.Card>(Assert.Single(world.AtTheDoor())).Bits);
        Assert.True(world.Readers[0].Device.IsSecure);
    }

    [Fact]
    public void An_answer_that_comes_in_pieces_is_one_answer()
    {
        using var world = OsdpWorld.One();
        world.Readers[0].Fault = OsdpFault.InPieces;
        world.Run(5);
        world.Readers[0].Device.Tap(Card);
        world.Run(1);
        Assert.Equal(["Up", "Card"], world.AtTheDoor().Select(told => told.GetType().Name));
    }

    [Theory, InlineData(OsdpFault.Silent), InlineData(OsdpFault.Busy), InlineData(OsdpFault.WrongCheck), InlineData(OsdpFault.Noise), InlineData(OsdpFault.HalfFrame)]
    public void A_reader_without_a_right_answer_for_8_s_is_down_and_comes_back_by_itself(OsdpFault fault)
    {
        using var world = OsdpWorld.One();
        world.Run(2);
        world.Told(0);
        world.Readers[0].Fault = fault;
        world.Run(7.5);
        Assert.Empty(world.AtTheDoor());
        world.Run(1.5);
        Assert.Equal([new OsdpEvent.Down()], world.AtTheDoor());
        world.Readers[0].Fault = OsdpFault.None;
        world.Run(3);
        Assert.Equal([new OsdpEvent.Up()], world.AtTheDoor());
    }

    [Fact]
    public void A_card_that_was_held_while_the_link_was_down_is_told_as_old()
    {
        using var world = OsdpWorld.One();
        world.Run(2);
        world.Readers[0].Fault = OsdpFault.Silent;
        world.Run(10);
        var lost = world.Time.Uptime - TimeSpan.FromSeconds(9);
        world.Readers[0].Device.Tap(Card);
        world.Readers[0].Fault = OsdpFault.None;
        world.Run(3);
        Assert.True(Assert.Single(world.Told(0).OfType<OsdpEvent.Card>()).Since <= lost);
    }

    [Fact]
    public void A_card_held_from_before_the_node_began_is_told_as_old()
    {
        using var world = OsdpWorld.One();
        world.Readers[0].Device.Tap(Card);
        var began = world.Time.Uptime;
        world.Run(3);
        Assert.True(Assert.Single(world.Told(0).OfType<OsdpEvent.Card>()).Since < began - TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void A_reader_that_lost_power_is_back_under_its_key_at_once_and_never_down()
    {
        using var world = OsdpWorld.One();
        world.Run(2);
        world.Told(0);
        world.Readers[0].Device.PowerCycle();
        world.Run(2);
        Assert.Empty(world.AtTheDoor());
        Assert.True(world.Readers[0].Device.IsSecure);
        world.Readers[0].Device.Tap(Card);
        world.Run(1);
        Assert.Single(world.Told(0).OfType<OsdpEvent.Card>());
    }

    [Theory, InlineData(OsdpCommand.Led), InlineData(OsdpCommand.Buzzer), InlineData(OsdpCommand.Text)]
    public void A_command_that_the_reader_does_not_know_costs_the_signal_and_not_the_door(OsdpCommand command)
    {
        using var world = OsdpWorld.One();
        world.Readers[0].Device.Unknown.Add(command);
        world.Run(2);
        for (var time = 0; time < 3; time++)
        {
            world.Links[0].Ask(command, [0], TimeSpan.MaxValue);
            world.Run(1);
        }

        world.Readers[0].Device.Tap(Card);
        world.Run(1);
        var told = world.Told(0);
        Assert.Equal([new OsdpEvent.Unsupported(command)], told.OfType<OsdpEvent.Unsupported>());
        Assert.DoesNotContain(new OsdpEvent.Down(), told);
        Assert.Single(told.OfType<OsdpEvent.Card>());
    }

    [Fact]
    public void A_signal_that_waited_too_long_is_not_shown()
    {
        using var world = OsdpWorld.One();
        var done = new List<OsdpCommand>();
        world.Readers[0].Device.Done += (command, _) => done.Add(command);
        world.Run(2);
        world.Readers[0].Fault = OsdpFault.Silent;
        world.Run(1);
        world.Links[0].Ask(OsdpCommand.Led, OsdpContent.Led(OsdpColour.Green, default, default, default), world.Time.Uptime + TimeSpan.FromSeconds(2));
        world.Run(4);
        world.Readers[0].Fault = OsdpFault.None;
        world.Run(2);
        Assert.Empty(done);
    }

    [Fact]
    public void Tamper_supply_and_keys_are_told()
    {
        using var world = OsdpWorld.One();
        world.Run(2);
        world.Told(0);
        world.Readers[0].Device.SetLocal(tampered: true, powerFault: false);
        world.Readers[0].Device.Press("17*#");
        world.Run(1);
        Assert.Equal([new OsdpEvent.Local(true, false), new OsdpEvent.Keys("17*#")], world.Told(0));
        Assert.DoesNotContain("17", new OsdpEvent.Keys("17*#").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_is_renewed_after_twelve_hours_and_nobody_notices()
    {
        using var world = OsdpWorld.One();
        world.Run(2);
        world.Told(0);
        world.Bus.Sent.Clear();
        world.Time.Advance(TimeSpan.FromHours(12));
        world.Run(3);
        Assert.Contains(world.Bus.Sent, message => message.Length > 9 && message[9] == (byte)OsdpCommand.Challenge);
        Assert.DoesNotContain(new OsdpEvent.Down(), world.Told(0));
    }

    [Fact]
    public void Sequence_numbers_go_from_0_to_3_and_then_round_1_to_3()
    {
        using var world = OsdpWorld.One();
        world.Run(2);
        Assert.Equal([0, 1, 2, 3, 1, 2, 3, 1], world.Bus.Sent.Take(8).Select(message => message[5] & 3));
    }

    [Fact]
    public void Every_message_begins_with_a_mark_and_two_characters_of_silence()
    {
        using var world = OsdpWorld.One();
        world.Run(2);
        Assert.All(world.Bus.Sent, message => Assert.Equal([0xFF, OsdpFrame.Start], message.Take(2)));
    }

    [Fact]
    public void A_reader_without_secure_channel_works_only_where_the_site_says_so()
    {
        using var world = new OsdpWorld((OsdpWorld.Settings(0, secure: false), OsdpKeyRing.Empty, OsdpWorld.Reader(0, null, allowsClear: true)));
        world.Run(2);
        world.Readers[0].Device.Tap(Card);
        world.Run(1);
        Assert.Equal(["Up", "Card"], world.AtTheDoor().Select(told => told.GetType().Name));
    }
}
