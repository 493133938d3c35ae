namespace EdgeNode.Hardware;

/// <summary>A card could not be read: taken away too soon, two at once, or damaged. The chip is well.</summary>
public sealed class NfcCardLostException(string message) : Exception(message);
