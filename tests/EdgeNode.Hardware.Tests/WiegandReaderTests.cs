using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;
using Xunit;

namespace EdgeNode.Hardware.Tests;

public sealed class WiegandReaderTests : IDisposable
{
    private const string Card = "00101101001011010010110101";
    private const string OtherCard = "10000000100000000000000010";
    private static readonly AccessPointId Door = new("street-in");
    private readonly Board _board = new();
    private readonly VirtualReader _far;
    private readonly WiegandReader _reader;

    public WiegandReaderTests()
    {
        _far = new(_board.Time, _board.Chip, 5, 6);
        _far.Idle();
        _reader = new(_board.Gpio, new(5, 6, 13, 19), Door, WiegandFormats.Usual, Board.Key, _board.Events, _board.Time, () => _board.Time.Uptime);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _board.Dispose();
    }

    [Fact]
    public void A_card_arrives_as_its_token_with_the_time_of_its_last_bit()
    {
        _board.Advance(1000);
        _far.Send(Card);
        _board.Advance(1000);
        var lastBit = TimeSpan.FromMilliseconds(1000 + Card.Length - 1);
        Assert.Equal([new SiteEvent.IdentifierPresented(Door, Board.Key.Tokenise(Card), lastBit)], _board.Posted());
    }

    [Fact]
    public void Every_published_card_arrives_over_the_wires()
    {
        foreach (var row in WiegandVector.Rows.Where(row => WiegandFormats.Usual.Contains(row.Format)))
        {
            _far.Send(row.Bits);
            _board.Advance(1000);
            var presented = Assert.IsType<SiteEvent.IdentifierPresented>(Assert.Single(_board.Posted()));
            Assert.Equal(Board.Key.Tokenise(row.Bits), presented.Token);
        }
    }

    [Fact]
    public void A_card_is_told_once_the_lines_are_silent_for_the_gap_and_not_before()
    {
        _far.Send(Card);
        _board.Advance(Card.Length - 1 + WiegandReader.Gap.TotalMilliseconds - 0.001);
        Assert.Empty(_board.Posted());
        _board.Advance(0.001);
        Assert.Single(_board.Posted());
    }

    [Fact]
    public void Two_cards_close_together_are_two_cards()
    {
        _far.Send(Card);
        _far.Send(OtherCard);
        _board.Advance(1000);
        Assert.Equal(
            [Board.Key.Tokenise(Card), Board.Key.Tokenise(OtherCard)],
            _board.Posted().Cast<SiteEvent.IdentifierPresented>().Select(read => read.Token));
    }

    [Theory, InlineData("1"), InlineData("10"), InlineData("011")]
    public void Fewer_than_four_bits_are_noise_and_leave_nothing_behind(string noise)
    {
        _far.Send(noise);
        _board.Advance(200);
        Assert.Empty(_board.Posted());
        _far.Send(Card);
        _board.Advance(200);
        Assert.IsType<SiteEvent.IdentifierPresented>(Assert.Single(_board.Posted()));
    }

    [Fact]
    public void A_disturbed_card_is_a_fault_and_no_card()
    {
        _far.Send("1" + Card[1..]);
        _far.Send(Card + "1");
        _far.Send(new('1', 3000));
        _board.Advance(10_000);
        Assert.Equal(
            [new SiteEvent.ReadFaulty(Door, ReadFault.Parity), new SiteEvent.ReadFaulty(Door, ReadFault.Length), new SiteEvent.ReadFaulty(Door, ReadFault.Length)],
            _board.Posted());
    }

    [Fact]
    public void A_card_of_a_format_that_is_not_expected_here_is_refused()
    {
        using var board = new Board();
        var far = new VirtualReader(board.Time, board.Chip, 5, 6);
        far.Idle();
        using var reader = new WiegandReader(
            board.Gpio, new(5, 6, null, null), Door, ["H10306"], Board.Key, board.Events, board.Time, () => board.Time.Uptime);
        far.Send(Card);
        board.Advance(1000);
        Assert.Equal([new SiteEvent.ReadFaulty(Door, ReadFault.Length)], board.Posted());
    }

    [Fact]
    public void The_number_of_a_card_stands_nowhere_in_what_is_printed_of_its_event()
    {
        _far.Send(Card);
        _board.Advance(1000);
        var printed = Assert.Single(_board.Posted()).ToString();
        foreach (var secret in (string[])[Card, Card[1..25], "23130", "5a5a", Board.Key.Tokenise(Card).Value])
        {
            Assert.DoesNotContain(secret, printed, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Bits_that_come_while_the_wires_are_cut_are_lost_and_no_card_comes_of_the_rest()
    {
        _far.Send(Card);
        _board.Advance(10.5);
        _far.Connected = false;
        _board.Advance(1000);
        Assert.Equal([new SiteEvent.ReadFaulty(Door, ReadFault.Length)], _board.Posted());
    }

    [Fact]
    public void Keys_of_both_kinds_of_keypad_make_a_code_and_are_no_faulty_cards()
    {
        foreach (var burst in (string[])["0001", "11100001", "0010", "01001011"])
        {
            _far.Send(burst);
            _board.Advance(200);
        }

        var code = Assert.IsType<SiteEvent.CodeEntered>(Assert.Single(_board.Posted()));
        Assert.Equal((new PinCode("112"), Board.Key.Tokenise(new PinCode("112"))), (code.Code, code.Token));
        _far.Send("11110001");
        _board.Advance(200);
        Assert.IsType<SiteEvent.ReadFaulty>(Assert.Single(_board.Posted()));
    }

    [Fact]
    public void Bits_closer_than_any_reader_sends_them_are_ringing_and_no_card()
    {
        _far.Send(Card);
        _board.Advance(5.52);
        _board.Chip.SetInput(5, false);
        _board.Advance(0.01);
        _board.Chip.SetInput(5, true);
        _board.Chip.SetInput(5, false);
        _board.Chip.SetInput(5, true);
        _board.Advance(1000);
        Assert.Equal([new SiteEvent.ReadFaulty(Door, ReadFault.Noise)], _board.Posted());
    }

    [Fact]
    public void The_light_of_a_grant_turns_off_by_itself()
    {
        _reader.Signal(ReaderSignal.Granted);
        Assert.Equal((true, false), Feedback());
        _board.Advance(1999);
        Assert.Equal((true, false), Feedback());
        _board.Advance(1);
        Assert.Equal((false, false), Feedback());
    }

    [Theory, InlineData(ReaderSignal.Denied, 600), InlineData(ReaderSignal.HeldOpenWarning, 3000)]
    public void The_buzzer_falls_silent_by_itself(ReaderSignal signal, int milliseconds)
    {
        _reader.Signal(signal);
        Assert.Equal((false, true), Feedback());
        _board.Advance(milliseconds - 1);
        Assert.Equal((false, true), Feedback());
        _board.Advance(1);
        Assert.Equal((false, false), Feedback());
    }

    [Fact]
    public void A_denial_after_a_grant_puts_the_light_out_at_once()
    {
        _reader.Signal(ReaderSignal.Granted);
        _board.Advance(100);
        _reader.Signal(ReaderSignal.Denied);
        Assert.Equal((false, true), Feedback());
    }

    [Fact]
    public void A_closed_reader_leaves_its_light_off_and_its_lines_free()
    {
        using var board = new Board();
        using (var reader = new WiegandReader(
            board.Gpio, new(5, 6, 13, 19), Door, ["H10301"], Board.Key, board.Events, board.Time, () => board.Time.Uptime))
        {
            reader.Signal(ReaderSignal.Granted);
        }

        Assert.False(board.Chip.IsHigh(13));
        Assert.All((int[])[5, 6, 13, 19], pin => Assert.False(board.Chip.IsOpen(pin)));
    }

    private (bool Light, bool Buzzer) Feedback() => (_board.Chip.IsHigh(13), _board.Chip.IsHigh(19));
}
