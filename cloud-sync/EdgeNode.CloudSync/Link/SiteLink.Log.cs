using Microsoft.Extensions.Logging;

namespace EdgeNode.CloudSync;

public sealed partial class SiteLink
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Connected to {Host}:{Port}.")]
    private partial void LogConnected(string host, int port);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No connection to {Host}:{Port}: {Reason} Next try in {Seconds:0.0} s.")]
    private partial void LogDown(string host, int port, string reason, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "The link was stopped.")]
    private partial void LogStopped();

    [LoggerMessage(Level = LogLevel.Information, Message = "The link was stopped while the broker was away: {Reason}")]
    private partial void LogStoppedWhileDown(string reason);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The link is dead. Restart the program and report this.")]
    private partial void LogDead(Exception error);
}
