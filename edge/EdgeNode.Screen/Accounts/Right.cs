using System.Text.Json.Serialization;

namespace EdgeNode.Screen;

/// <summary>What may be seen or done on the screen. Closed set: every endpoint asks for one of them, or says that it is public.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Right>))]
public enum Right
{
    /// <summary>How full the site is, its doors, desks and what just happened; nobody's name.</summary>
    SeeSite,

    /// <summary>Open, lock and release doors, help who was refused, deal with incidents, end an evacuation.</summary>
    OperateDoors,

    /// <summary>Who is in, by name: the roll call.</summary>
    SeePeople,

    /// <summary>Where one person went, for a reason that is journalled.</summary>
    SeeMovements,

    /// <summary>Who may sign in and as what; the link of the wall.</summary>
    KeepAccounts,
}
