namespace EdgeNode.Hardware;

/// <summary>A reader chip does not do what it should: no answer, a wrong one, wires loose, supply gone.</summary>
public sealed class NfcTroubleException(string message, Exception? inner = null) : Exception(message, inner);
