using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>Holds codes against PINs. That is slow on purpose, so it is done beside the loop; a simulated world does it at once.</summary>
/// <param name="events">Where the outcome goes.</param>
/// <param name="singleThread">At once, in the caller's thread.</param>
public sealed class PinChecks(ChannelWriter<SiteEvent> events, bool singleThread)
{
    /// <summary>Begins one check.</summary>
    public void Begin(Effect.VerifyPin asked)
    {
        if (singleThread)
        {
            Check(asked);
        }
        else
        {
            ThreadPool.QueueUserWorkItem(Check, asked, preferLocal: false);
        }
    }

    // A full channel loses the outcome; whoever waits is then refused when the time is over.
    private void Check(Effect.VerifyPin asked) => events.TryWrite(new SiteEvent.PinVerified(asked.AccessPoint, asked.Ticket, asked.Pin.Verify(asked.Code)));
}
