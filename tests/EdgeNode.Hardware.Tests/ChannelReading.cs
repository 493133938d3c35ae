using System.Threading.Channels;

namespace EdgeNode.Hardware.Tests;

internal static class ChannelReading
{
    public static IEnumerable<T> ReadAllAvailable<T>(this ChannelReader<T> reader)
    {
        while (reader.TryRead(out var item))
        {
            yield return item;
        }
    }
}
