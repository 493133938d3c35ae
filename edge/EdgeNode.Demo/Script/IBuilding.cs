using EdgeNode.Core;

namespace EdgeNode.Demo;

/// <summary>What people can do in a building, and when. The script speaks to it; the world carries it out on simulated hardware.</summary>
public interface IBuilding
{
    /// <summary>Does something later, on simulated time.</summary>
    void After(TimeSpan delay, Action action);

    /// <summary>Holds a card before a reader.</summary>
    void Tap(AccessPointId accessPoint, DemoCard card);

    /// <summary>Presses the request-to-exit button.</summary>
    void PressExit(DoorId door);

    /// <summary>Pushes a door; true when it gives way.</summary>
    bool TryOpen(DoorId door);

    /// <summary>Lets a door fall shut.</summary>
    void Close(DoorId door);

    /// <summary>Breaks a locked door open.</summary>
    void Force(DoorId door);

    /// <summary>Sits down at a desk.</summary>
    void Sit(ResourceId desk);

    /// <summary>Gets up.</summary>
    void Leave(ResourceId desk);

    /// <summary>Makes a desk sensor silent, or lets it speak again.</summary>
    void Silence(ResourceId desk, bool silent);
}
