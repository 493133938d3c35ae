using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>How far the wall clock may be believed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClockTrust>))]
public enum ClockTrust
{
    /// <summary>Booted without network time or battery clock: time starts from the last journalled time.</summary>
    Untrusted,

    /// <summary>Was trusted since boot, at most 7 days ago.</summary>
    Holdover,

    /// <summary>Network time or a battery clock confirmed it.</summary>
    Trusted,
}
