namespace EdgeNode.HostileWorld;

/// <summary>A seat that the site gave by itself, over the network's booking of the same name; milliseconds since 1970 UTC.</summary>
internal sealed record ReferenceHold(string Booking, string Holder, string Resource, long Start, long End, string Why)
{
    public string Who => $" {Holder}/{Booking}";
}
