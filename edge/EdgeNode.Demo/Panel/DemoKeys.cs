using System.Collections.Immutable;

namespace EdgeNode.Demo;

/// <summary>Keys and words of the demo's commands, in one place for the console and the page.</summary>
public static class DemoKeys
{
    /// <summary>Every command with its key and label.</summary>
    public static readonly ImmutableArray<(DemoCommand Command, char Key, string Label)> All =
    [
        (DemoCommand.TapGood, 'g', "Tap a good badge"),
        (DemoCommand.TapUnknown, 'u', "Tap an unknown badge"),
        (DemoCommand.TapExpired, 'x', "Tap an expired badge"),
        (DemoCommand.TapTooEarly, 'e', "Tap two hours too early"),
        (DemoCommand.PropDoor, 'p', "Prop the floor door"),
        (DemoCommand.ForceDoor, 'f', "Force the street door"),
        (DemoCommand.PressExit, 'r', "Press request-to-exit"),
        (DemoCommand.SitOrLeave, 's', "Sit at desk 14, or get up"),
        (DemoCommand.SilenceSensor, 'm', "Silence desk 3's sensor, or wake it"),
        (DemoCommand.Network, 'n', "Unplug the network, or plug it in"),
        (DemoCommand.Broker, 'b', "Kill the broker, or start it"),
        (DemoCommand.ClockAhead, '+', "Clock two hours ahead"),
        (DemoCommand.ClockBack, '-', "Clock two hours back"),
        (DemoCommand.PullPower, '!', "Pull the node's power"),
    ];
}
