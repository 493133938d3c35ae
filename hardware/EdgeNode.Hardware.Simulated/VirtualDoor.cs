namespace EdgeNode.Hardware.Simulated;

/// <summary>A door leaf with its lock, contact and exit button.</summary>
/// <param name="time">The world's clocks.</param>
/// <param name="chip">The chip that everything is wired to.</param>
/// <param name="wires">Where.</param>
public sealed class VirtualDoor(SimulatedTime time, ScriptedGpioDriver chip, DoorWires wires)
{
    private static readonly TimeSpan Bounce = TimeSpan.FromMilliseconds(4);
    private static readonly TimeSpan Press = TimeSpan.FromMilliseconds(300);

    /// <summary>Whether the leaf stands open.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether the lock lets go at the moment.</summary>
    public bool IsReleased => chip.IsOpen(wires.Strike) ? chip.IsHigh(wires.Strike) == wires.ReleasedHigh : wires.ReleasedWithoutPower;

    /// <summary>Puts contact and button into rest.</summary>
    public void Idle()
    {
        SetContact(IsOpen);
        SetButton(false);
    }

    /// <summary>Pushes the door; true when it gives way or stands open.</summary>
    public bool TryOpen()
    {
        if (!IsOpen && !IsReleased)
        {
            return false;
        }

        Move(open: true);
        return true;
    }

    /// <summary>Breaks the door open.</summary>
    public void Force() => Move(open: true);

    /// <summary>Lets the door fall shut.</summary>
    public void Close() => Move(open: false);

    /// <summary>Presses the exit button for a moment.</summary>
    public void PressExit()
    {
        SetButton(true);
        time.After(Press, () => SetButton(false));
    }

    // A contact bounces: closed, open, closed, open within a few milliseconds.
    private void Move(bool open)
    {
        if (IsOpen == open)
        {
            return;
        }

        IsOpen = open;
        SetContact(open);
        time.After(Bounce, () => SetContact(!open));
        time.After(Bounce * 2, () => SetContact(IsOpen));
    }

    private void SetContact(bool open)
    {
        if (wires.Contact is { } pin)
        {
            chip.SetInput(pin, open == wires.ContactClosedWhenShut);
        }
    }

    private void SetButton(bool pressed)
    {
        if (wires.Exit is { } pin)
        {
            chip.SetInput(pin, pressed == wires.ExitActiveHigh);
        }
    }
}
