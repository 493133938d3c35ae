namespace EdgeNode.Hardware.Simulated;

/// <summary>Whoever hangs on a virtual bus: hears every message and may speak.</summary>
public interface IBusListener
{
    /// <summary>Hears bytes; what it says to them, and how long after.</summary>
    IEnumerable<(TimeSpan After, byte[] Bytes)> Hear(byte[] bytes, TimeSpan now);
}
