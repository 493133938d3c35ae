using EdgeNode.Core;
using LiteDB;

namespace EdgeNode.Store;

/// <summary>A usage session as a document, mapped by hand: LiteDB's own dates lose zone and precision, so times are UTC ticks.</summary>
internal static class SessionDocument
{
    /// <summary>The indexed field with the number of the day.</summary>
    public const string Day = "day";

    public static BsonDocument Of(UsageSession session, DateOnly day) => new()
    {
        ["_id"] = session.Number,
        [Day] = day.DayNumber,
        ["holder"] = session.Holder?.Value,
        ["booking"] = session.Booking?.Value,
        ["home"] = session.Home.Value,
        ["resource"] = session.Resource?.Value,
        ["start"] = session.Start.UtcTicks,
        ["end"] = session.End.UtcTicks,
        ["class"] = (int)session.Class,
    };

    public static UsageSession Read(BsonDocument document) => new(
        document["_id"].AsInt64,
        document["holder"].AsString is { } holder ? new HolderRef(holder) : null,
        document["booking"].AsString is { } booking ? new BookingId(booking) : null,
        new(document["home"].AsString),
        document["resource"].AsString is { } resource ? new ResourceId(resource) : null,
        new(document["start"].AsInt64, TimeSpan.Zero),
        new(document["end"].AsInt64, TimeSpan.Zero),
        (SessionClass)document["class"].AsInt32);
}
