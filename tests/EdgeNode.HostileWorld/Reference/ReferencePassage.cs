using EdgeNode.Contracts;

namespace EdgeNode.HostileWorld;

/// <summary>Somebody who was granted a way through a door.</summary>
internal sealed record ReferencePassage(string Reader, bool In, PolicyHolder Holder, PolicyBooking? Booking)
{
    public string Who => $" {Holder.Ref}/{Booking?.Id}";
}
