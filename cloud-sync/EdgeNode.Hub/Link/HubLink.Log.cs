using Microsoft.Extensions.Logging;

namespace EdgeNode.Hub;

internal static partial class HubLinkLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Connected to the broker at {Host}:{Port}.")]
    public static partial void Up(this ILogger log, string host, int port);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No connection to the broker ({Why}); next try in {Delay}. Sites keep their records meanwhile.")]
    public static partial void Down(this ILogger log, string why, TimeSpan delay);
}
