using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Hardware.Tests;

public sealed class LateTimerTests
{
    public static TheoryData<string> Drivers() => ["strike", "contact", "button", "pir", "reader"];

    // An exception in a timer's thread would end the program, and with it every other door.
    [Theory, MemberData(nameof(Drivers))]
    public void A_timer_that_fires_while_its_driver_closes_does_no_harm(string driver)
    {
        using var board = new Board();
        var late = new LateTimers();
        Open(driver, board, late).Dispose();
        late.FireAll();
        Assert.Empty(board.Posted());
    }

    private static IDisposable Open(string driver, Board board, TimeProvider time)
    {
        switch (driver)
        {
            case "contact":
                return new ContactInput(board.Gpio, 27, true, new("street"), board.Events, time);
            case "button":
                return new ExitButton(board.Gpio, 22, false, new("street"), board.Events, time);
            case "pir":
                return new PirInput(board.Gpio, 26, new("d01"), TimeSpan.FromSeconds(10), board.Events, time);
            case "reader":
                var reader = new WiegandReader(
                    board.Gpio, new(5, 6, 13, 19), new("street-in"), ["H10301"], Board.Key, board.Events, time, () => TimeSpan.Zero);
                reader.Signal(ReaderSignal.Granted);
                return reader;
            default:
                var strike = new StrikeOutput(board.Gpio, new(17, true, true), new("street"), board.Events, time);
                strike.Release(TimeSpan.FromSeconds(5));
                return strike;
        }
    }
}
