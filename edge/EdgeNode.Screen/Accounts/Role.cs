using System.Text.Json.Serialization;

namespace EdgeNode.Screen;

/// <summary>As what somebody signs in. Closed set.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    /// <summary>Looks.</summary>
    Viewer,

    /// <summary>Runs the site.</summary>
    Manager,

    /// <summary>Helps from afar, with only the rights given.</summary>
    Helper,

    /// <summary>Wires and tries the doors; sees no names.</summary>
    Installer,

    /// <summary>Checks movements; changes nothing.</summary>
    Auditor,
}
