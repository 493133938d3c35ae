using Ical.Net;
using Ical.Net.CalendarComponents;

namespace EdgeNode.Hub;

/// <summary>Bookings from an iCalendar file (RFC 5545): UID names the booking, LOCATION the desk or room, X-EDGENODE-HOLDER the holder.</summary>
public sealed class CalendarImport(HubDirectory directory)
{
    /// <summary>The property that names the holder: attendees have names, and names are not kept here.</summary>
    public const string HolderProperty = "X-EDGENODE-HOLDER";

    /// <summary>Enters every event as a booking of a site.</summary>
    public ImportResult Bookings(string site, string text)
    {
        var errors = new List<string>();
        var bookings = new List<Reservation>();
        foreach (var @event in Calendar.Load(text)?.Events ?? Enumerable.Empty<CalendarEvent>())
        {
            if (Read(site, @event, errors) is { } booking)
            {
                bookings.Add(booking);
            }
        }

        if (errors.Count == 0)
        {
            bookings.ForEach(booking => Enter(booking, errors));
        }

        return new(errors.Count == 0 ? bookings.Count : 0, errors);
    }

    private static Reservation? Read(string site, CalendarEvent @event, List<string> errors)
    {
        var holder = @event.Properties.FirstOrDefault(property => property.Name == HolderProperty)?.Value as string;
        if (@event is { Uid: { } id, Location: { } resource, Start: { } start, End: { } end } && holder is not null)
        {
            return new(id, site, holder, resource, new(start.AsUtc), new(end.AsUtc));
        }

        errors.Add($"event {@event.Uid}: UID, LOCATION, DTSTART, DTEND and {HolderProperty} must all be there");
        return null;
    }

    private void Enter(Reservation booking, List<string> errors)
    {
        try
        {
            directory.Put(booking);
        }
        catch (DirectoryException error)
        {
            errors.Add($"event {booking.Id}: {error.Message}");
        }
    }
}
