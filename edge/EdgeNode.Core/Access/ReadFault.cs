using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>What was wrong with a read.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReadFault>))]
public enum ReadFault
{
    /// <summary>No known card format has this number of bits.</summary>
    Length,

    /// <summary>A parity bit is wrong.</summary>
    Parity,

    /// <summary>Edges came in that are no frame.</summary>
    Noise,
}
