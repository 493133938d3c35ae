using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>A wire of a door that tells by itself when it is not well.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DoorWire>))]
public enum DoorWire
{
    /// <summary>That of the contact.</summary>
    Contact,

    /// <summary>That of the request-to-exit button.</summary>
    ExitButton,

    /// <summary>The loop through the housings of lock and readers (ONVIF Door Control 19.12, DoorTamperState).</summary>
    Tamper,
}
