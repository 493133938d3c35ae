namespace EdgeNode.Contracts;

/// <summary>A site's word for its journal up to the record that closed a day. It stands in the journal itself, so that whoever has the records and the site's key can prove them.</summary>
/// <param name="Site">The site.</param>
/// <param name="Epoch">Epoch of its journal.</param>
/// <param name="Day">Local date.</param>
/// <param name="Through">Sequence of the record that closed the day.</param>
/// <param name="Head">Hash of that record, lower-case hex; it covers everything before.</param>
public sealed record JournalSeal(string Site, string Epoch, DateOnly Day, long Through, string Head) : SignedLetter;
