using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>Where a door's command came from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CommandSource>))]
public enum CommandSource
{
    /// <summary>The site's own screen, by somebody signed in.</summary>
    Screen,

    /// <summary>A signed command of the network.</summary>
    Network,

    /// <summary>An unlock schedule of the site.</summary>
    Schedule,

    /// <summary>The time for which somebody had unlocked it is over.</summary>
    Timer,

    /// <summary>The door has no valid safety sheet any more.</summary>
    Safety,
}
