using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>How an OSDP reader shows a signal. One denial looks like any other; every pattern ends by itself. Pure.</summary>
internal static class OsdpSignals
{
    private static readonly TimeSpan Tenth = TimeSpan.FromMilliseconds(100);

    public static IEnumerable<(OsdpCommand Command, byte[] Content)> Of(ReaderSignal signal) => signal switch
    {
        ReaderSignal.Granted =>
        [
            (OsdpCommand.Led, OsdpContent.Led(OsdpColour.Green, Tenth * 20, TimeSpan.Zero, Tenth * 20)),
            (OsdpCommand.Buzzer, OsdpContent.Buzzer(Tenth, TimeSpan.Zero, 1)),
        ],
        ReaderSignal.EnterPin or ReaderSignal.Wait =>
        [
            (OsdpCommand.Led, OsdpContent.Led(OsdpColour.Amber, Tenth * 2, Tenth * 2, Tenth * 100)),
            (OsdpCommand.Buzzer, OsdpContent.Buzzer(Tenth, TimeSpan.Zero, 1)),
        ],
        ReaderSignal.HeldOpenWarning =>
        [
            (OsdpCommand.Led, OsdpContent.Led(OsdpColour.Amber, Tenth * 5, Tenth * 5, Tenth * 30)),
            (OsdpCommand.Buzzer, OsdpContent.Buzzer(Tenth * 5, Tenth * 5, 3)),
        ],
        _ =>
        [
            (OsdpCommand.Led, OsdpContent.Led(OsdpColour.Red, Tenth * 2, Tenth, Tenth * 10)),
            (OsdpCommand.Buzzer, OsdpContent.Buzzer(Tenth * 2, Tenth, 2)),
        ],
    };
}
