using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>What a reader tells of itself (OSDP local status).</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<ReaderTrouble>))]
public enum ReaderTrouble
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>Its housing is open.</summary>
    Tampered = 1,

    /// <summary>Its supply fails.</summary>
    PowerFault = 2,
}
