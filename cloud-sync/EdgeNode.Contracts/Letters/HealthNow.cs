namespace EdgeNode.Contracts;

/// <summary>The node's health within <see cref="SiteNow"/>.</summary>
/// <param name="JournalTakesRecords">False: facts are being lost or doors follow their failure rule.</param>
/// <param name="JournalDurable">Last sequence that the disk confirmed.</param>
/// <param name="DaysOwed">Closed usage days without the hub's acknowledgement.</param>
/// <param name="Clock">Trust of the wall clock: Trusted, Holdover or Untrusted.</param>
/// <param name="Problems">Troubles in words, each with its cure.</param>
public sealed record HealthNow(bool JournalTakesRecords, long JournalDurable, int DaysOwed, string Clock, IReadOnlyList<string> Problems);
