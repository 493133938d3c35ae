using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>Why a seat that the site had given is no longer held.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HoldEnd>))]
public enum HoldEnd
{
    /// <summary>The door was not opened after all.</summary>
    NotTaken,

    /// <summary>The person has left.</summary>
    Left,

    /// <summary>The network has taken it over, or has decided otherwise.</summary>
    Network,
}
