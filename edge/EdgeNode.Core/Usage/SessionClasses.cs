namespace EdgeNode.Core;

/// <summary>The class that evidence makes of a session.</summary>
public static class SessionClasses
{
    /// <summary>Disputed where two people had a right to the seat; measured where both ends were seen on an unbroken clock; else estimated.</summary>
    public static SessionClass ClassOf(SessionEvidence evidence) =>
        evidence.HasFlag(SessionEvidence.SeatContested) ? SessionClass.Disputed
        : evidence.HasFlag(SessionEvidence.EntryTap | SessionEvidence.ExitTap) && !evidence.HasFlag(SessionEvidence.ClockJumped) ? SessionClass.Measured
        : SessionClass.Estimated;
}
