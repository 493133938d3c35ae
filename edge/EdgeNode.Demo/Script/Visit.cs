using EdgeNode.Core;

namespace EdgeNode.Demo;

/// <summary>One person's way through the building: every step waits for the door, as a person does.</summary>
internal sealed class Visit(IBuilding building, Person person)
{
    private static readonly TimeSpan Reach = TimeSpan.FromMilliseconds(1200);
    private static readonly TimeSpan PassThrough = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Corridor = TimeSpan.FromSeconds(20);

    /// <summary>From the street to a desk; gives up where a door stays shut.</summary>
    public void GoToDesk(ResourceId desk) =>
        Enter("street-in", "street", () => Enter("floor-in", "floor", () => building.Sit(desk)));

    /// <summary>From the street into the lobby, where the meeting rooms are.</summary>
    public void GoToRoom() => Enter("street-in", "street", () => { });

    /// <summary>From the street to the host's own offices.</summary>
    public void GoToOffice(ResourceId desk) =>
        Enter("street-in", "street", () => Enter("floor-in", "floor", () => Enter("host-in", "host", () => building.Sit(desk))));

    /// <summary>Tries one door and walks away when it stays shut.</summary>
    public void Try(string accessPoint, string door) => Enter(accessPoint, door, () => { });

    /// <summary>From a desk to the street, by card or by the button.</summary>
    public void LeaveDesk(ResourceId desk, bool withCard)
    {
        building.Leave(desk);
        building.After(Corridor, () => Exit("floor", () => LeaveBuilding(withCard)));
    }

    /// <summary>From the lobby to the street, by card or by the button.</summary>
    public void LeaveBuilding(bool withCard)
    {
        if (withCard)
        {
            Enter("street-out", "street", () => { });
        }
        else
        {
            Exit("street", () => { });
        }
    }

    private void Enter(string accessPoint, string door, Action then)
    {
        building.Tap(new(accessPoint), person.Card);
        building.After(Reach, () => Pass(new(door), then));
    }

    private void Exit(string door, Action then)
    {
        building.PressExit(new(door));
        building.After(Reach, () => Pass(new(door), then));
    }

    private void Pass(DoorId door, Action then)
    {
        if (building.TryOpen(door))
        {
            building.After(PassThrough, () => building.Close(door));
            building.After(Corridor, then);
        }
    }
}
