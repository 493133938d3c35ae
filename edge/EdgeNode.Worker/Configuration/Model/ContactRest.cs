namespace EdgeNode.Worker;

/// <summary>The electrical state of a door contact while the door is shut.</summary>
public enum ContactRest
{
    /// <summary>Closed while the door is shut, the usual reed contact: a cut wire reads as an open door.</summary>
    Closed,

    /// <summary>Open while the door is shut.</summary>
    Open,
}
