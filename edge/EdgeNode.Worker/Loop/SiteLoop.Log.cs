using Microsoft.Extensions.Logging;

namespace EdgeNode.Worker;

internal static partial class SiteLoopLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A step on {Event} failed; nothing was granted and the state is unchanged. Report this with the support bundle.")]
    public static partial void StepFailed(this ILogger logger, Exception fault, string @event);

    [LoggerMessage(Level = LogLevel.Error, Message = "The output for {Place} failed; the door stays in its safe state. Check its wiring and the chip's permissions.")]
    public static partial void OutputFailed(this ILogger logger, Exception fault, string place);
}
