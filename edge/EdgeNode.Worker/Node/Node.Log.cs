using Microsoft.Extensions.Logging;

namespace EdgeNode.Worker;

internal static partial class NodeLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The journal has trouble with the disk. Records wait in memory; look at the disk and its free space.")]
    public static partial void JournalTrouble(this ILogger log, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The picture or the care of the memory could not follow the journal; it is tried again with the next record. Doors go on. Look at the disk and its free space.")]
    public static partial void MemoryTrouble(this ILogger log, Exception fault);

    [LoggerMessage(Level = LogLevel.Information, Message = "Site {Site} runs; its page is at {Address}. It signs with {Key}.")]
    public static partial void Running(this ILogger log, string site, Uri address, string key);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Why} Doors go on.")]
    public static partial void NobodySignsIn(this ILogger log, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "Nobody can sign in yet. Open {Address}welcome and enter the code {Code}; it works once.")]
    public static partial void FirstRun(this ILogger log, Uri address, string code);
}
