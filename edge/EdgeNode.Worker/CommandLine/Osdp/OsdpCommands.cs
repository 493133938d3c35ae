using System.CommandLine;

namespace EdgeNode.Worker;

/// <summary><c>edgenode osdp</c>: both ends of an OSDP bus, each alone on a port, for the bench and for foreign peers.</summary>
internal static class OsdpCommands
{
    public static Command Build() => new("osdp", "One end of an OSDP bus on a serial port.")
    {
        OsdpControllerCommand.Build(),
        OsdpReaderCommand.Build(),
    };
}
