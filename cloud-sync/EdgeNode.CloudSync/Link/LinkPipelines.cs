using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace EdgeNode.CloudSync;

/// <summary>Every retry and every bound in time of the link, by name.</summary>
internal sealed class LinkPipelines
{
    public LinkPipelines(LinkSettings settings, TimeProvider time, ReconnectDelay delay, Action<Exception, TimeSpan> onDown)
    {
        Broker = Bound("broker", settings.BrokerTimeout, time);
        Reconnect = new ResiliencePipelineBuilder { Name = "reconnect", TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                Name = "for ever, exponential, full jitter",
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args => ValueTask.FromResult(
                    args.Outcome.Exception is not null && !args.Context.CancellationToken.IsCancellationRequested),
                DelayGenerator = _ => ValueTask.FromResult<TimeSpan?>(delay.Next()),
                OnRetry = args =>
                {
                    onDown(args.Outcome.Exception!, args.RetryDelay);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    /// <summary>Anything that the broker must confirm in time; a frozen one would be waited for without end.</summary>
    public ResiliencePipeline Broker { get; }

    /// <summary>One connection after another: the only place where a connection is made again.</summary>
    public ResiliencePipeline Reconnect { get; }

    private static ResiliencePipeline Bound(string name, TimeSpan limit, TimeProvider time) =>
        new ResiliencePipelineBuilder { Name = name, TimeProvider = time }
            .AddTimeout(new TimeoutStrategyOptions { Name = "bound", Timeout = limit })
            .Build();
}
