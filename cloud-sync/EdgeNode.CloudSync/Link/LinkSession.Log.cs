using Microsoft.Extensions.Logging;

namespace EdgeNode.CloudSync;

internal sealed partial class LinkSession
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Dropped a message on {Topic} (retained: {Retained}): it is not one that this site takes.")]
    private partial void LogDropped(string topic, bool retained);
}
