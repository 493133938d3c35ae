using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>What the loops of a door mean. A loop that is cut or shorted is told as such and is never a closed door, and never a pressed button.</summary>
public static class SupervisedDoor
{
    /// <summary>A door contact.</summary>
    /// <param name="channel">Its channel.</param>
    /// <param name="closedWhenShut">The contact is closed while the door is shut.</param>
    /// <param name="door">The door.</param>
    /// <param name="events">Where events go.</param>
    public static SupervisedLoop Contact(int channel, bool closedWhenShut, DoorId door, ChannelWriter<SiteEvent> events) => new(
        channel,
        state => Tell(state, DoorWire.Contact, door, events)
            && (Condition(state) != WireCondition.Normal
                || events.TryWrite(new SiteEvent.ContactChanged(door, state == LoopState.Closed == closedWhenShut ? ContactState.Closed : ContactState.Open))));

    /// <summary>A request-to-exit button that closes while it is pressed. It asks only when it was seen at rest just before: a loop that is mended, or found pressed at the start, asks for nothing.</summary>
    /// <param name="channel">Its channel.</param>
    /// <param name="door">The door.</param>
    /// <param name="events">Where events go.</param>
    public static SupervisedLoop ExitButton(int channel, DoorId door, ChannelWriter<SiteEvent> events)
    {
        LoopState? before = null;
        return new(channel, state =>
        {
            var asks = state == LoopState.Closed && before == LoopState.Open;
            if (!Tell(state, DoorWire.ExitButton, door, events) || (asks && !events.TryWrite(new SiteEvent.RequestToExit(door))))
            {
                return false;
            }

            before = state;
            return true;
        });
    }

    /// <summary>A loop through the contacts of housings, closed while all are shut.</summary>
    /// <param name="channel">Its channel.</param>
    /// <param name="door">The door.</param>
    /// <param name="events">Where events go.</param>
    public static SupervisedLoop Tamper(int channel, DoorId door, ChannelWriter<SiteEvent> events) => new(
        channel,
        state => events.TryWrite(new SiteEvent.DoorWireChanged(door, DoorWire.Tamper, state == LoopState.Open ? WireCondition.Tampered : Condition(state))));

    private static bool Tell(LoopState state, DoorWire wire, DoorId door, ChannelWriter<SiteEvent> events) =>
        events.TryWrite(new SiteEvent.DoorWireChanged(door, wire, Condition(state)));

    private static WireCondition Condition(LoopState state) => state switch
    {
        LoopState.Cut => WireCondition.Cut,
        LoopState.Short => WireCondition.Short,
        LoopState.Silent => WireCondition.Silent,
        _ => WireCondition.Normal,
    };
}
