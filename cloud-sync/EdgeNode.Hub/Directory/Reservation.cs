namespace EdgeNode.Hub;

/// <summary>A booking at the hub.</summary>
/// <param name="Id">Unique in the network.</param>
/// <param name="Site">Where.</param>
/// <param name="Holder">Who.</param>
/// <param name="Resource">The desk or room.</param>
/// <param name="Start">Start, inclusive.</param>
/// <param name="End">End, exclusive.</param>
public sealed record Reservation(string Id, string Site, string Holder, string Resource, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>When it was made; null = not known. It stays as first told.</summary>
    public DateTimeOffset? Made { get; init; }

    /// <summary>Who may come too, by holder.</summary>
    public IReadOnlyList<string> Guests { get; init; } = [];

    /// <summary>Guests only once the holder has come.</summary>
    public bool HostFirst { get; init; }

    /// <summary>Redacted: a booking leads to a person.</summary>
    public override string ToString() => "booking:***";
}
