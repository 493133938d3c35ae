using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>Why a read was not decided at all.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DropReason>))]
public enum DropReason
{
    /// <summary>Older than the site's read lifetime, or from the future.</summary>
    Stale,

    /// <summary>Read while the reader's link was down.</summary>
    LinkDown,
}
