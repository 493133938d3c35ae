namespace EdgeNode.Hub;

/// <summary>What was to be entered is wrong. The message says what, with the cure; nothing was entered.</summary>
public sealed class DirectoryException(string message) : Exception(message);
