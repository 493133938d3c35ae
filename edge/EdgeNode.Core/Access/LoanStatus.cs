using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>Where a loan badge is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LoanStatus>))]
public enum LoanStatus
{
    /// <summary>Handed out.</summary>
    Out,

    /// <summary>Its time is over, and it was not given back: it opens nothing.</summary>
    Overdue,

    /// <summary>Reported lost: it opens nothing, also within its time.</summary>
    Lost,

    /// <summary>Given back.</summary>
    Returned,
}
