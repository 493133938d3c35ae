using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>How sure a usage session is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SessionClass>))]
public enum SessionClass
{
    /// <summary>Both ends were seen, on an unbroken clock.</summary>
    Measured,

    /// <summary>The end was missing, or the clock jumped.</summary>
    Estimated,

    /// <summary>Two people had a right to the seat; the network decides.</summary>
    Disputed,
}
