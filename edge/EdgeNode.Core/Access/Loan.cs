namespace EdgeNode.Core;

/// <summary>A loan badge that is not back.</summary>
/// <param name="Holder">To whom it was handed out.</param>
/// <param name="Booking">For which booking; null = for the day.</param>
/// <param name="Until">First instant at which it opens nothing.</param>
/// <param name="Status">Out, overdue or lost.</param>
public sealed record Loan(HolderRef Holder, BookingId? Booking, DateTimeOffset Until, LoanStatus Status)
{
    /// <summary>The badge as it counts while it is handed out: its holder's, for a time, and not once it is lost.</summary>
    internal Credential Over(Credential badge) => badge with
    {
        Holder = Holder,
        Enabled = badge.Enabled && Status != LoanStatus.Lost,
        ValidTo = badge.ValidTo < Until ? badge.ValidTo : Until,
    };
}
