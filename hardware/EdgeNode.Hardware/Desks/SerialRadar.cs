using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>A desk radar (HLK-LD2410): bytes in, presence out, at once on a change and else once in an interval.</summary>
public sealed class SerialRadar(ResourceId desk, int rangeCm, TimeSpan interval, ChannelWriter<SiteEvent> events, TimeProvider time)
{
    private readonly Ld2410Framer _framer = new();
    private bool? _present;
    private long _reported;

    /// <summary>Takes bytes of the serial line, in one thread.</summary>
    public void Feed(ReadOnlySpan<byte> bytes)
    {
        foreach (var report in _framer.Feed(bytes))
        {
            var present = report.PresentWithin(rangeCm);
            if (present != _present || time.GetElapsedTime(_reported) >= interval)
            {
                (_present, _reported) = (present, time.GetTimestamp());
                events.TryWrite(new SiteEvent.DeskSensed(desk, present));
            }
        }
    }
}
