using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>A rated session.</summary>
/// <param name="Card">The card that rated it.</param>
/// <param name="Rounding">How <paramref name="Cents"/> came out of the exact sum.</param>
/// <param name="Minutes">All minutes.</param>
/// <param name="Cents">What the visited site is due: rounded once, over the whole session.</param>
/// <param name="Slices">By price, in the order of time; their minutes add up to all minutes.</param>
public sealed record RatingLine(string Card, RatingRounding Rounding, long Minutes, long Cents, ImmutableArray<RatingSlice> Slices);
