using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>What showed that somebody came. Any of them stops the no-show clock.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Evidence>))]
public enum Evidence
{
    /// <summary>A granted tap, and the door was opened.</summary>
    Tap,

    /// <summary>The desk's own sensor.</summary>
    DeskSensor,

    /// <summary>The site's manager said so.</summary>
    Manager,
}
