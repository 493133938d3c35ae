namespace EdgeNode.Demo;

/// <summary>What a visitor of the demo can make happen, by key or by button.</summary>
public enum DemoCommand
{
    /// <summary>A member of staff taps at the street door and goes in.</summary>
    TapGood,

    /// <summary>A card that nobody has registered.</summary>
    TapUnknown,

    /// <summary>A card whose validity is over.</summary>
    TapExpired,

    /// <summary>A member whose booking starts in two hours.</summary>
    TapTooEarly,

    /// <summary>The floor door is opened and held for a minute.</summary>
    PropDoor,

    /// <summary>The street door is broken open.</summary>
    ForceDoor,

    /// <summary>The exit button of the street door.</summary>
    PressExit,

    /// <summary>Somebody sits down at desk 14, or gets up.</summary>
    SitOrLeave,

    /// <summary>The sensor of desk 3 falls silent, or speaks again.</summary>
    SilenceSensor,

    /// <summary>The site's network cable is pulled, or plugged in.</summary>
    Network,

    /// <summary>The broker is killed, or started again empty.</summary>
    Broker,

    /// <summary>The wall clock jumps two hours ahead.</summary>
    ClockAhead,

    /// <summary>The wall clock jumps two hours back.</summary>
    ClockBack,

    /// <summary>The node's power is pulled and comes back: its store is opened again.</summary>
    PullPower,
}
