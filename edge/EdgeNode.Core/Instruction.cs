using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>What a named person tells the site by hand, beside commands for doors.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Instruction>))]
public enum Instruction
{
    /// <summary>Whoever booked a desk or room is here.</summary>
    ArrivalConfirmed,

    /// <summary>Somebody, or everybody, may enter again whatever anti-passback knows.</summary>
    PassbackForgiven,

    /// <summary>A loan badge is handed out.</summary>
    LoanGiven,

    /// <summary>A loan badge is given back.</summary>
    LoanReturned,

    /// <summary>A loan badge is lost.</summary>
    LoanLost,
}
