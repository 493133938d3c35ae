using Microsoft.Extensions.Logging;

namespace EdgeNode.Hardware;

internal static partial class SerialPortLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The serial port {Path} is gone; its sensor is silent until it is back. Look at its plug.")]
    public static partial void PortLost(this ILogger log, string path);

    [LoggerMessage(Level = LogLevel.Information, Message = "The serial port {Path} is back.")]
    public static partial void PortBack(this ILogger log, string path);
}
