using EdgeNode.CloudSync;
using EdgeNode.Contracts;

namespace EdgeNode.Worker;

/// <summary>The latest picture as the hub gets it.</summary>
internal sealed class NetworkPicture(SiteViews views) : ISitePicture
{
    public SiteNow Current()
    {
        var view = views.Current;
        return new(
            view.At.Wall.ToUnixTimeMilliseconds(),
            [.. view.Doors.Select(door => new DoorNow(door.Id.Value, $"{door.Mode}", $"{door.Contact}", $"{door.Alarm}", door.ReaderUp))],
            [.. view.Desks.Select(desk => new DeskNow(desk.Id.Value, $"{desk.Status}"))],
            view.Visitors,
            view.Expected,
            new(view.Health.JournalTakesRecords, view.Health.JournalDurable, view.Health.DaysOwed, $"{view.At.Trust}", [.. view.Health.Problems, .. SensorWords.Of(view.Desks)]));
    }
}
