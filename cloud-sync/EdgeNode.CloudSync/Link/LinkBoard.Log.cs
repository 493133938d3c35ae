using Microsoft.Extensions.Logging;

namespace EdgeNode.CloudSync;

internal sealed partial class LinkBoard
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Key}: {Problem}")]
    private partial void LogProblem(string key, string problem);
}
