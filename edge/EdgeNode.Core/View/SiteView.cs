using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Immutable picture of the site for the screen and for the hub's latest-state topic. Names no person.</summary>
/// <param name="Revision">Rises with every picture.</param>
/// <param name="Site">The site.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="At">When the picture was made.</param>
/// <param name="LocalTime">The same instant on the site's clock.</param>
/// <param name="Doors">In the order of the configuration.</param>
/// <param name="Desks">In the order of the configuration.</param>
/// <param name="Rooms">In the order of the configuration.</param>
/// <param name="Visitors">Usage sessions in progress: members and guests seen in and not yet out.</param>
/// <param name="Expected">Bookings still to come today without evidence of arrival.</param>
/// <param name="Feed">The latest durable records, newest first.</param>
/// <param name="Health">How the node is.</param>
public sealed record SiteView(
    long Revision,
    SiteId Site,
    string Name,
    Moment At,
    DateTimeOffset LocalTime,
    ImmutableArray<DoorView> Doors,
    ImmutableArray<DeskView> Desks,
    ImmutableArray<RoomView> Rooms,
    int Visitors,
    int Expected,
    ImmutableArray<FeedItem> Feed,
    NodeHealth Health)
{
    /// <summary>How many people are in, staff too, and how sure that is.</summary>
    public HeadCount People { get; init; }

    /// <summary>Loan badges that are not back, by what is written on them.</summary>
    public ImmutableArray<LoanView> Loans { get; init; } = [];
}
