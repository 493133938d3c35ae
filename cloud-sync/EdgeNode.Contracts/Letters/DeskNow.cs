namespace EdgeNode.Contracts;

/// <summary>A desk within <see cref="SiteNow"/>.</summary>
/// <param name="Id">The site's name for it.</param>
/// <param name="Status">Free, Booked, Occupied, OccupiedWithoutBooking, NoShow or Unknown.</param>
public sealed record DeskNow(string Id, string Status);
