using System.CommandLine;

namespace EdgeNode.Worker;

/// <summary>The command line: <c>run</c>, <c>check</c>, <c>join</c>, <c>journal</c>, <c>why</c>, <c>what-if</c>, <c>outage-code</c>, <c>evacuation-over</c>, <c>screen-reset</c>, <c>backup</c>, <c>restore</c>, <c>plan</c>, <c>osdp</c>, <c>lock</c>, <c>test</c>, <c>doctor</c>, <c>support-bundle</c>, <c>upgrade</c>, <c>wiring</c>, <c>init</c>, <c>accept</c>, <c>--version</c>, <c>--help</c>.</summary>
internal static class EdgeNodeCommands
{
    public static RootCommand Build() => new("EdgeNode: decides at the doors of one site, counts its use, and goes on alone when the network is gone.")
    {
        RunCommand.Build(),
        CheckCommand.Build(),
        JoinCommand.Build(),
        JournalCommand.Build(),
        WhyCommand.Build(),
        WhatIfCommand.Build(),
        OutageCodeCommand.Build(),
        ScreenReset.Build(),
        EvacuationOver.Build(),
        OsdpCommands.Build(),
        BackupCommand.Build(),
        RestoreCommand.Build(),
        LockCommand.Build(),
        TestCommand.Build(),
        DoctorCommand.Build(),
        SupportBundleCommand.Build(),
        UpgradeCommand.Build(),
        WiringCommand.Build(),
        InitCommand.Build(),
        AcceptCommand.Build(),
        PlanCommand.Build(),
    };

    /// <summary>
    /// Without the library's own handler: it prints stack traces for failures that have a cure. The time is for the loop
    /// to let go of the strikes and close the journal after Ctrl-C or a stop by systemd.
    /// </summary>
    public static InvocationConfiguration Invocation => new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(20),
    };
}
