using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>The prices of a network from a date on. A session keeps the card of the local date on which it began.</summary>
/// <param name="Id">Name of the card; stands on every line that it rated.</param>
/// <param name="ValidFrom">First local date.</param>
/// <param name="Rounding">Rule of every line.</param>
/// <param name="Rates">In order: the first that fits prices a minute.</param>
public sealed record RatingCard(string Id, DateOnly ValidFrom, RatingRounding Rounding, ImmutableArray<RatingRate> Rates);
