using System.Globalization;

namespace EdgeNode.Hardware;

/// <summary>
/// Writes what goes over a bus in the osdpcap format: one JSON line for each message, with its time. It holds cards where the
/// channel is not secure: a tool for the bench, never on by itself.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="time">The clock.</param>
public sealed class OsdpTrace(TextWriter output, TimeProvider time)
{
    /// <summary>A message of the controller.</summary>
    public void Sent(ReadOnlySpan<byte> bytes) => Write("out", bytes);

    /// <summary>Bytes of a reader.</summary>
    public void Received(ReadOnlySpan<byte> bytes) => Write("in", bytes);

    private void Write(string direction, ReadOnlySpan<byte> bytes)
    {
        var since = time.GetUtcNow() - DateTimeOffset.UnixEpoch;
        var nanoseconds = since.Ticks % TimeSpan.TicksPerSecond * 100;
        var hex = Convert.ToHexStringLower(bytes).Chunk(2).Select(pair => " " + new string(pair));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{ "timeSec" : "{{(long)since.TotalSeconds}}", "timeNano" : "{{nanoseconds:000000000}}", "io" : "{{direction}}", "data" : "{{string.Concat(hex)}}", "osdpTraceVersion":"1", "osdpSource":"edgenode" }"""));
        output.Flush();
    }
}
