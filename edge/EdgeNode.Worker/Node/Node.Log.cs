using Microsoft.Extensions.Logging;

namespace EdgeNode.Worker;

internal static partial class NodeLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The journal has trouble with the disk. Records wait in memory; look at the disk and its free space.")]
    public static partial void JournalTrouble(this ILogger log, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The picture could not follow the journal; it is rebuilt at the next start.")]
    public static partial void PictureTrouble(this ILogger log, Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "Site {Site} runs; its page is at {Address}. It signs with {Key}.")]
    public static partial void Running(this ILogger log, string site, Uri address, string key);
}
