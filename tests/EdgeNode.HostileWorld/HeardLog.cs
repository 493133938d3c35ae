using EdgeNode.Worker;
using Microsoft.Extensions.Logging;

namespace EdgeNode.HostileWorld;

/// <summary>The loop's log: whatever is said at the level of an error breaks a promise.</summary>
internal sealed class HeardLog : ILogger<SiteLoop>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            throw new BrokenPromiseException("nothing is logged as an error", $"{formatter(state, exception)} {exception}");
        }
    }
}
