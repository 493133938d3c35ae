using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>What a usage session was made of. <see cref="SessionClasses.ClassOf"/> says what class that makes it.</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<SessionEvidence>))]
public enum SessionEvidence
{
    /// <summary>Nothing; a record of before evidence was kept.</summary>
    None = 0,

    /// <summary>A granted tap on the way in, and the door was opened.</summary>
    EntryTap = 1,

    /// <summary>The same on the way out to the street.</summary>
    ExitTap = 2,

    /// <summary>No exit was seen: the end is that of the booking.</summary>
    BookingEnd = 4,

    /// <summary>No exit was seen: the end is when the site closed.</summary>
    ClosingTime = 8,

    /// <summary>No exit was seen: the end is a while after the last sign of the person.</summary>
    LastSeen = 16,

    /// <summary>The wall clock jumped meanwhile.</summary>
    ClockJumped = 32,

    /// <summary>A second person may have come in on the same tap.</summary>
    PossiblyTwo = 64,

    /// <summary>The network had given the seat to somebody else.</summary>
    SeatContested = 128,
}
