using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>What a holder is to the host of this site.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HolderClass>))]
public enum HolderClass
{
    /// <summary>An outsider invited for a booking.</summary>
    Guest,

    /// <summary>An outsider with a membership of the network.</summary>
    Member,

    /// <summary>The host's own staff; the only class that may enter a host-private area.</summary>
    Staff,
}
