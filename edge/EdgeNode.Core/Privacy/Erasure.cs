using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>Why details beside the chain are erased.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Erasure>))]
public enum Erasure
{
    /// <summary>The day is over: exact times of desks go, quarters of an hour stay.</summary>
    DeskTimes,

    /// <summary>Movements of persons are older than the site keeps them.</summary>
    Movements,

    /// <summary>Refusals of persons are older than the site keeps them.</summary>
    Alarms,

    /// <summary>Usage sessions are older than the site keeps them.</summary>
    Billing,

    /// <summary>One person asked for it.</summary>
    Person,
}
