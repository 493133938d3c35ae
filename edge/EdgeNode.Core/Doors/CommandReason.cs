using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>Why somebody asks something of a door. A closed set and no free text: the journal names nobody.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CommandReason>))]
public enum CommandReason
{
    /// <summary>A visitor who is known to be right here.</summary>
    Visitor,

    /// <summary>Somebody whose badge is missing or does not work.</summary>
    Badge,

    /// <summary>A delivery, or works.</summary>
    Delivery,

    /// <summary>An event with many guests.</summary>
    Event,

    /// <summary>Danger, or an incident.</summary>
    Safety,

    /// <summary>To see whether the door works.</summary>
    Trial,

    /// <summary>It is over: back to normal.</summary>
    Over,
}
