namespace EdgeNode.Hardware;

/// <summary>A device named in the configuration is not there. The message says which, and what to do.</summary>
public sealed class HardwareMissingException(string message, Exception? inner = null) : Exception(message, inner);
