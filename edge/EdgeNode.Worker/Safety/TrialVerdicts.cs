using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>From what was seen at a door to what is wrong with its wires. Pure.</summary>
internal static class TrialVerdicts
{
    /// <summary>What the contact read while the door was shut, and while it was open.</summary>
    public static StepResult Contact(TriedInput contact, ContactState shut, ContactState open) => (shut, open) switch
    {
        (ContactState.Closed, ContactState.Open) => new(SafetyStep.Contact, "tells shut from open"),
        (ContactState.Open, ContactState.Closed) => new(SafetyStep.Contact, "swapped: it reads open while the door is shut, and shut while it is open",
            $"Write normally: {(contact.Normally == ContactRest.Closed ? "open" : "closed")} under contact:, or take the contact's other terminal (NO/NC); a contact that is closed while the door is shut is the better one."),
        _ => new(SafetyStep.Contact, $"reads {shut.ToString().ToLowerInvariant()}, whether the door is shut or open",
            $"Look at the magnet, at the wire between contact and {contact.At}, and at its resistors."),
    };

    /// <summary>Whether the button was heard while it was held, and when it was let go.</summary>
    public static StepResult ExitButton(TriedInput button, bool whileHeld, bool whenLetGo) => (whileHeld, whenLetGo) switch
    {
        (true, false) => new(SafetyStep.ExitButton, "is heard when it is pressed"),
        (false, true) => new(SafetyStep.ExitButton, "swapped: it is heard when it is let go, not when it is pressed",
            $"Take the button's other terminal (NO, not NC){(button.ActiveHigh is { } high ? $", or write activeHigh: {(high ? "false" : "true")} under exitButton: if it goes to the other side of the supply" : "")}."),
        (false, false) => new(SafetyStep.ExitButton, "dead: pressing it is not heard", $"Look at the button, at the wire between it and {button.At}, and at its resistors."),
        _ => new(SafetyStep.ExitButton, "is heard when it is pressed and again when it is let go", $"Its contact bounces or the wire is loose: look at both, and at the resistors of {button.At}."),
    };

    /// <summary>Whether the door could be opened from outside while locked, and while released.</summary>
    public static StepResult Lock(StrikeSettings strike, bool openedLocked, bool openedReleased) => (openedLocked, openedReleased) switch
    {
        (false, true) => new(SafetyStep.Lock, "holds while locked, lets go when released"),
        (true, false) => new(SafetyStep.Lock, "swapped: it lets go while locked, and holds when released",
            $"Take the relay's other terminal (NO/NC), or write activeHigh: {(strike.ActiveHigh ? "false" : "true")} under strike: if the relay board is on at the other level."),
        (false, false) => new(SafetyStep.Lock, "does not let go", $"Look at the lock's supply, at the relay, and at the wire between it and GPIO {strike.Pin}."),
        _ => new(SafetyStep.Lock, "does not hold", "Look at the lock's supply and at how bolt and strike plate meet; the wire of the relay may lie on the wrong terminal."),
    };

    /// <summary>Whether the door could be opened from outside while its lock had no power.</summary>
    public static StepResult WithoutPower(StrikeSettings strike, bool opened) => (strike.Wiring, opened) switch
    {
        (StrikeWiring.FailSecure, false) => new(SafetyStep.WithoutPower, "fail-secure: stays locked from outside"),
        (StrikeWiring.FailSafe, true) => new(SafetyStep.WithoutPower, "fail-safe: is released"),
        (StrikeWiring.FailSecure, true) => new(SafetyStep.WithoutPower, "is released, though the file says failSecure", "Write wiring: failSafe under strike:, or fit a lock that stays locked without power."),
        _ => new(SafetyStep.WithoutPower, "stays locked, though the file says failSafe", "Write wiring: failSecure under strike:, or fit a lock that is released without power."),
    };

    /// <summary>Whether somebody inside got out by hand while there was no power.</summary>
    public static StepResult WayOut(bool opened) => opened
        ? new(SafetyStep.WayOut, "opens from inside by hand, without power and without this program")
        : new(SafetyStep.WayOut, "DOES NOT OPEN FROM INSIDE: people can be locked in",
            "Do not use this door. Fit a handle, a panic bar, or a green button that cuts the lock's power by itself; then try again.");

    /// <summary>What the fire input said at rest, and in an alarm; null = nothing.</summary>
    public static StepResult FireInput(FireInputSettings fire, bool? rest, bool? alarm) => (rest, alarm) switch
    {
        (false, true) => new(SafetyStep.FireInput, "an alarm is heard"),
        (true, false) => new(SafetyStep.FireInput, "swapped: alarm at rest, and none in an alarm",
            $"Take the contact's other terminal (NO/NC), or write activeHigh: {(fire.ActiveHigh ? "false" : "true")} under fireInput:."),
        _ => new(SafetyStep.FireInput, "dead: an alarm is not heard", $"Look at the alarm panel's contact and at the wire between it and GPIO {fire.Pin}."),
    };
}
