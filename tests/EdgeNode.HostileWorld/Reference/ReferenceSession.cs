namespace EdgeNode.HostileWorld;

/// <summary>A usage session in progress.</summary>
internal sealed record ReferenceSession(
    long Number, string Holder, string Home, string? Booking, string? Resource, DateTimeOffset Start, DateTimeOffset MustEnd)
{
    public bool ClockJumped { get; set; }

    public string Place => Resource ?? "-";

    public string Who => $" {Holder}/{Booking}";
}
