using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>Why somebody looks at one person's movements. A closed set and no free text: the journal names nobody.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LookReason>))]
public enum LookReason
{
    /// <summary>The person asks what is kept of them (GDPR, article 15).</summary>
    PersonAsks,

    /// <summary>Danger, damage or theft.</summary>
    Incident,

    /// <summary>A bill is contested.</summary>
    Bill,

    /// <summary>A badge or a door does not do what it should.</summary>
    Fault,

    /// <summary>A check of how the site is run.</summary>
    Audit,
}
