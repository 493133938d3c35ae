namespace EdgeNode.HostileWorld;

/// <summary>A usage session in progress.</summary>
internal sealed record ReferenceSession(
    long Number, string Holder, string Home, string? Booking, string? Resource, DateTimeOffset Start, DateTimeOffset MustEnd)
{
    public bool ClockJumped { get; set; }

    public bool PossiblyTwo { get; set; }

    public bool Contested { get; set; }

    public string Place => Resource ?? "-";

    public string Who => $" {Holder}/{Booking}";

    /// <summary>Decision 58: what it is made of, and the class that follows.</summary>
    public string Evidence(string end)
    {
        var made = new List<string> { "EntryTap", end };
        if (ClockJumped)
        {
            made.Add("ClockJumped");
        }

        if (PossiblyTwo)
        {
            made.Add("PossiblyTwo");
        }

        if (Contested)
        {
            made.Add("SeatContested");
        }

        var @class = Contested ? "Disputed" : end == "ExitTap" && !ClockJumped ? "Measured" : "Estimated";
        return $"{@class} [{string.Join(' ', made)}]";
    }
}
