namespace EdgeNode.Core;

/// <summary>A loan badge that is not back.</summary>
/// <param name="Holder">To whom it was handed out; null = that was erased, or is too long ago to be kept.</param>
/// <param name="Booking">For which booking; null = for the day.</param>
/// <param name="Until">First instant at which it opens nothing.</param>
/// <param name="Status">Out, overdue or lost.</param>
public sealed record Loan(HolderRef? Holder, BookingId? Booking, DateTimeOffset Until, LoanStatus Status)
{
    /// <summary>The badge as it counts while it is handed out: its holder's, for a time, and not once it is lost or nobody knows who has it.</summary>
    internal Credential Over(Credential badge) => badge with
    {
        Holder = Holder ?? badge.Holder,
        Enabled = badge.Enabled && Status != LoanStatus.Lost && Holder is not null,
        ValidTo = badge.ValidTo < Until ? badge.ValidTo : Until,
    };
}
