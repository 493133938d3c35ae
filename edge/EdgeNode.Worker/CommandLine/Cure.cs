using EdgeNode.Hardware;

namespace EdgeNode.Worker;

/// <summary>What the person at the machine can do about a failure of the start.</summary>
internal static class Cure
{
    /// <summary>The failure with its cure in one or two lines; null when it is a mistake of the program itself, which must be seen whole.</summary>
    public static string? Of(Exception failure, SiteConfiguration configuration) => failure switch
    {
        // A file of the store that holds something else; its message says which and what to do.
        InvalidDataException => $"edgenode: {failure.Message}",
        HardwareMissingException missing => $"edgenode: {missing.Message}",
        UnauthorizedAccessException => $"edgenode: {failure.Message} Give the user of this program the right to it; the store folder is {configuration.StoreFolder}.",
        IOException when failure.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase) =>
            $"edgenode: {configuration.ScreenListen} is taken by another program. Stop that one (ss -ltnp shows it), or change screen: listen: in the file.",
        IOException => $"edgenode: {failure.Message} Look at the disk and at the store folder {configuration.StoreFolder}.",
        _ => null,
    };
}
