namespace EdgeNode.CloudSync;

/// <summary>The connection is of no more use; a new one is due.</summary>
internal sealed class LinkDownException(string message, Exception? inner = null) : Exception(message, inner);
