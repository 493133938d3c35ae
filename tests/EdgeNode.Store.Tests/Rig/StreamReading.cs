namespace EdgeNode.Store.Tests;

internal static class StreamReading
{
    /// <summary>All that is left of a stream, which is closed then.</summary>
    public static byte[] ReadToEnd(this Stream stream)
    {
        using (stream)
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
    }
}
