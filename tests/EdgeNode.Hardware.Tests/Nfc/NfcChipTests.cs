using EdgeNode.Hardware.Simulated;
using Xunit;

namespace EdgeNode.Hardware.Tests;

/// <summary>PN532 and MFRC522 against virtual chips made from their manuals.</summary>
public sealed class NfcChipTests
{
    private static readonly byte[] Uid = Convert.FromHexString("04A1B2C3D4E5F6");

    public static TheoryData<string, string> Numbers { get; } = new MatrixTheoryData<string, string>(
        ["serial", "i2c", "spi", "mfrc522"], ["0A1B2C3D", "04A1B2C3D4E5F6", "04A1B2C3D4E5F6010203"]);

    public static TheoryData<string, int, int> Lengths { get; } = new MatrixTheoryData<string, int, int>(["serial", "i2c", "spi", "mfrc522"], [5, 61, 62, 252, 253, 600], [2, 61, 62, 253, 900]);

    [Theory, MemberData(nameof(Numbers))]
    public void A_card_is_found_with_its_whole_number_and_found_again_while_it_lies_there(string wire, string uid)
    {
        using var bench = new NfcBench(wire);
        using var chip = bench.Open();
        Assert.StartsWith(wire == "mfrc522" ? "MFRC522 version 0x92" : "PN532 1.6", chip.Begin(), StringComparison.Ordinal);
        Assert.Null(chip.FindCard());
        bench.Lay(new VirtualNfcCard(Convert.FromHexString(uid)));
        Assert.Equal(uid, Convert.ToHexString(chip.FindCard()!));
        Assert.Equal(uid, Convert.ToHexString(chip.FindCard()!));
        bench.Lay();
        Assert.Null(chip.FindCard());
    }

    [Theory, MemberData(nameof(Lengths))]
    public void Commands_and_replies_of_any_length_come_through_whole(string wire, int command, int reply)
    {
        using var bench = new NfcBench(wire);
        using var chip = bench.Open();
        byte[]? heard = null;
        var sent = Enumerable.Range(0, command).Select(value => (byte)(value * 7)).ToArray();
        var told = Enumerable.Range(0, reply).Select(value => (byte)(value * 11)).ToArray();
        bench.Lay(new VirtualNfcCard(Uid, bytes =>
        {
            heard = bytes;
            return told;
        }));
        chip.Begin();
        Assert.NotNull(chip.FindCard());
        Assert.Equal(told, chip.Exchange(sent));
        Assert.Equal(sent, heard);
        Assert.Equal(told, chip.Exchange(sent));
    }

    [Theory, MemberData(nameof(NfcBench.Wires), MemberType = typeof(NfcBench))]
    public void A_card_without_the_protocol_and_one_taken_away_are_the_cards_fault_and_not_the_chips(string wire)
    {
        using var bench = new NfcBench(wire);
        using var chip = bench.Open();
        chip.Begin();
        bench.Lay(new VirtualNfcCard(Uid));
        chip.FindCard();
        Assert.Throws<NfcCardLostException>(() => chip.Exchange([0x00, 0xA4]));
        bench.Lay(new VirtualNfcCard(Uid, bytes => bytes));
        Assert.NotNull(chip.FindCard());
        Assert.Equal([0x00, 0xA4], chip.Exchange([0x00, 0xA4]));
        bench.Lay();
        Assert.Throws<NfcCardLostException>(() => chip.Exchange([0x00, 0xA4]));
        Assert.Null(chip.FindCard());
    }

    [Theory, InlineData(1, 0), InlineData(0, 1), InlineData(1, 1), InlineData(2, 3)]
    public void A_block_that_gets_lost_is_asked_for_again_and_a_card_gets_the_time_it_asks_for(int lost, int moreTime)
    {
        using var chip = new Mfrc522(Chip(out var virtualChip));
        var commands = 0;
        var card = new VirtualNfcCard(Uid, bytes =>
        {
            commands++;
            return [.. bytes, 0x90, 0x00];
        });
        virtualChip.Lay(card);
        chip.Begin();
        chip.FindCard();
        Assert.Equal([0x01, 0x90, 0x00], chip.Exchange([0x01]));
        (card.Lost, card.MoreTime) = (lost, moreTime);
        Assert.Equal([0x02, 0x90, 0x00], chip.Exchange([0x02]));
        card.Lost = 99;
        Assert.Throws<NfcCardLostException>(() => chip.Exchange([0x03]));
        card.Lost = 0;
        Assert.NotNull(chip.FindCard());
        Assert.Equal([0x04, 0x90, 0x00], chip.Exchange([0x04]));
        Assert.InRange(commands, 3, 6);
    }

    [Fact]
    public void Two_cards_at_once_are_none()
    {
        using var chip = new Mfrc522(Chip(out var virtualChip));
        chip.Begin();
        virtualChip.Lay(new VirtualNfcCard(Uid), new VirtualNfcCard(Convert.FromHexString("0A1B2C3D")));
        Assert.Contains("only one", Assert.Throws<NfcCardLostException>(chip.FindCard).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(NfcBench.Wires), MemberType = typeof(NfcBench))]
    public void A_chip_that_is_silent_or_lost_its_settings_says_so_and_begins_anew(string wire)
    {
        using var bench = new NfcBench(wire);
        using var chip = bench.Open();
        chip.Begin();
        bench.Lay(new VirtualNfcCard(Uid));
        bench.Fault = NfcFault.Silent;
        var told = Assert.Throws<NfcTroubleException>(chip.FindCard).Message;
        Assert.Contains("Look at", told, StringComparison.Ordinal);
        Assert.Throws<NfcTroubleException>(chip.Begin);
        bench.Fault = NfcFault.None;
        chip.Begin();
        Assert.Equal(Uid, chip.FindCard());
        bench.LosePower();
        Assert.Throws<NfcTroubleException>(chip.FindCard);
        chip.Begin();
        Assert.Equal(Uid, chip.FindCard());
    }

    [Theory]
    [InlineData("serial", NfcFault.FlippedBit), InlineData("serial", NfcFault.HalfAnswer)]
    [InlineData("i2c", NfcFault.FlippedBit), InlineData("i2c", NfcFault.HalfAnswer)]
    [InlineData("spi", NfcFault.FlippedBit), InlineData("spi", NfcFault.HalfAnswer)]
    [InlineData("mfrc522", NfcFault.FlippedBit), InlineData("mfrc522", NfcFault.HalfAnswer)]
    public void A_number_that_does_not_come_whole_is_never_a_card(string wire, NfcFault fault)
    {
        using var bench = new NfcBench(wire);
        using var chip = bench.Open();
        chip.Begin();
        bench.Lay(new VirtualNfcCard(Uid));
        bench.Fault = fault;
        var trouble = Record.Exception(() => Assert.Null(chip.FindCard()));
        Assert.True(trouble is NfcTroubleException or NfcCardLostException, trouble?.ToString());
    }

    private static VirtualMfrc522 Chip(out VirtualMfrc522 chip) => chip = new();
}
