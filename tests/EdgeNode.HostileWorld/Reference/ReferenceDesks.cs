using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>The desks with sensors, and what their word does to bookings.</summary>
internal sealed class ReferenceDesks(SiteDefinition site, ReferenceBookings bookings, ReferenceUsage usage, Action<string> write)
{
    private readonly Dictionary<string, ReferenceDesk> _desks =
        site.Desks.Where(desk => desk.Sensor is not null).ToDictionary(desk => desk.Id.Value, desk => new ReferenceDesk(desk.Sensor!));

    public IReadOnlyDictionary<string, ReferenceDesk> All => _desks;

    public void PassTime(Moment now)
    {
        var closedAt = ReferenceHours.ClosedAt(site.Rules, now);
        foreach (var (id, desk) in _desks)
        {
            Tell(id, desk, () => desk.PassTime(now.Uptime, closedAt), now);
        }
    }

    public void Hear(string id, bool present, Moment now)
    {
        if (_desks.TryGetValue(id, out var desk))
        {
            Tell(id, desk, () => desk.Hear(present, now.Uptime, ReferenceHours.ClosedAt(site.Rules, now)), now);
        }
    }

    public void Come(string resource, TimeSpan now) => _desks.GetValueOrDefault(resource)?.Come(now);

    public void Leave(string resource) => _desks.GetValueOrDefault(resource)?.Leave();

    public TimeSpan? NextDue(Moment now)
    {
        var closedAt = ReferenceHours.ClosedAt(site.Rules, now);
        return _desks.Values.Select(desk => desk.NextDue(closedAt)).Min();
    }

    /// <summary>The sign that whoever booked has come: "Nobody", or null while nobody knows.</summary>
    public string? Sign(PolicyBooking booking) =>
        usage.Of(booking.Holder) is not null ? "Tap" : _desks.GetValueOrDefault(booking.Resource)?.State switch
        {
            "Occupied" => "DeskSensor",
            "Unknown" => null,
            _ => "Nobody",
        };

    private void Tell(string id, ReferenceDesk desk, Action happen, Moment now)
    {
        var (before, trouble) = (desk.State, desk.Trouble);
        happen();
        if (desk.Trouble != trouble)
        {
            write($"SensorStuck {id} {desk.Trouble}");
        }

        if (desk.State == before)
        {
            return;
        }

        write($"DeskChanged {id} {desk.State}");
        if (desk.State == "Occupied")
        {
            bookings.SeatTaken(id, now.Wall);
        }
        else if (before == "Unknown")
        {
            bookings.SeatFree(id, now.Wall, Sign);
        }
    }
}
