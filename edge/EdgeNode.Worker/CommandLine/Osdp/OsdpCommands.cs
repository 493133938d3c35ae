using System.CommandLine;

namespace EdgeNode.Worker;

/// <summary><c>edgenode osdp</c>: both ends of an OSDP bus, each alone on a port, for the bench and for foreign peers; and the pairing of a site's readers.</summary>
internal static class OsdpCommands
{
    public static Command Build() => new("osdp", "OSDP readers: either end of a bus, and pairing.")
    {
        OsdpControllerCommand.Build(),
        OsdpReaderCommand.Build(),
        OsdpPairCommand.Build(),
        OsdpMoveCommand.Build(),
    };
}
