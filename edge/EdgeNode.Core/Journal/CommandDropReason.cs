using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>Why a command from the network was not followed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CommandDropReason>))]
public enum CommandDropReason
{
    /// <summary>It cannot be read.</summary>
    Unreadable,

    /// <summary>It lay at the broker, or was meant to.</summary>
    Retained,

    /// <summary>Not signed with the network's key.</summary>
    Unsigned,

    /// <summary>Meant for another site, or sent under another id.</summary>
    Foreign,

    /// <summary>Its time is over, or longer than a command may have.</summary>
    Late,

    /// <summary>Its time has not begun.</summary>
    Early,

    /// <summary>The same was followed before, also before a restart.</summary>
    Repeated,

    /// <summary>The site's clock cannot be believed, so the command's time means nothing.</summary>
    ClockUntrusted,

    /// <summary>The site has no such door, or does not know what is asked.</summary>
    Unknown,

    /// <summary>The door stands in a mode that lets nobody in.</summary>
    DoorModeRefuses,

    /// <summary>The door has no valid safety sheet, so that it is not live.</summary>
    DoorNotAccepted,

    /// <summary>An internal fault: not followed, see the log.</summary>
    Fault,
}
