using System.Buffers;
using System.Threading.Channels;
using EdgeNode.Contracts;
using Microsoft.Extensions.Logging;
using MQTTnet;
using MQTTnet.Protocol;
using Polly;
using Polly.Retry;

namespace EdgeNode.Hub;

/// <summary>
/// The hub's one connection to the broker. A letter is acknowledged to the broker only after it was dealt with durably, and to the
/// site by the hub's own word.
/// </summary>
public sealed class HubLink : IAsyncDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);
    private readonly HubOptions _options;
    private readonly HubPostOffice _post;
    private readonly TimeProvider _time;
    private readonly ILogger<HubLink> _log;
    private readonly ResiliencePipeline _reconnect;
    private readonly CancellationTokenSource _stop = new();
    private volatile IMqttClient? _client;
    private Task _running = Task.CompletedTask;

    /// <summary>Nothing is connected before <see cref="Start"/>.</summary>
    public HubLink(HubOptions options, HubPostOffice post, TimeProvider time, ILogger<HubLink> log)
    {
        (_options, _post, _time, _log) = (options, post, time, log);
        _reconnect = new ResiliencePipelineBuilder { Name = "hub reconnect", TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromMilliseconds(200),
                MaxDelay = options.LongestReconnectWait,
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is not null && !_stop.IsCancellationRequested),
                OnRetry = args =>
                {
                    _log.Down(args.Outcome.Exception?.Message ?? "", args.RetryDelay);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    /// <summary>Begins to connect, and goes on until disposed.</summary>
    public void Start() => _running = Task.Run(async () =>
        await _reconnect.ExecuteAsync(async _ => await LiveOnceAsync(), CancellationToken.None).AsTask().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing));

    /// <summary>Sends letters where there is a connection; without one they go out with the next, since the post office then sends all heads again.</summary>
    public async Task SendAsync(IEnumerable<OutgoingLetter> letters)
    {
        if (_client is { IsConnected: true } client)
        {
            await SendAsync(client, letters);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    // One connection from beginning to end; always ends with an exception, so that the pipeline makes the next one.
    private async Task LiveOnceAsync()
    {
        using var client = new MqttClientFactory().CreateMqttClient();
        var inbox = Channel.CreateUnbounded<MqttApplicationMessageReceivedEventArgs>();
        client.ApplicationMessageReceivedAsync += message =>
        {
            message.AutoAcknowledge = false;
            inbox.Writer.TryWrite(message);
            return Task.CompletedTask;
        };
        client.DisconnectedAsync += _ =>
        {
            inbox.Writer.TryComplete();
            return Task.CompletedTask;
        };
        await ConnectAsync(client);
        _client = client;
        try
        {
            await SendAsync(client, _post.Heads());
            await foreach (var message in inbox.Reader.ReadAllAsync(_stop.Token))
            {
                await DealWithAsync(client, message);
            }

            throw new IOException("The broker closed the connection.");
        }
        finally
        {
            _client = null;
        }
    }

    private async Task ConnectAsync(IMqttClient client)
    {
        var builder = new MqttClientOptionsBuilder()
            .WithTcpServer(_options.BrokerHost, _options.BrokerPort)
            .WithProtocolVersion(MQTTnet.Formatter.MqttProtocolVersion.V500)
            .WithClientId("hub")
            .WithCleanStart(false)
            .WithSessionExpiryInterval(24 * 3600)
            .WithReceiveMaximum(64)
            .WithKeepAlivePeriod(TimeSpan.FromSeconds(10));
        var options = (_options.User is { } user ? builder.WithCredentials(user, _options.Password) : builder).Build();
        using var bound = Bounded();
        var result = await client.ConnectAsync(options, bound.Token);
        if (result.ResultCode != MqttClientConnectResultCode.Success)
        {
            throw new IOException($"The broker refused the hub: {result.ResultCode} {result.ReasonString}. Check user and password.");
        }

        await client.SubscribeAsync(_options.SharesSubscription ? Topics.HubShared : Topics.HubAll, MqttQualityOfServiceLevel.AtLeastOnce, bound.Token);
        _log.Up(_options.BrokerHost, _options.BrokerPort);
    }

    private async Task DealWithAsync(IMqttClient client, MqttApplicationMessageReceivedEventArgs message)
    {
        IReadOnlyList<OutgoingLetter> answers = [];
        try
        {
            answers = _post.Take(message.ApplicationMessage.Topic, message.ApplicationMessage.Payload.ToArray());
        }
        catch (LetterException unreadable)
        {
            // It will never become readable: acknowledged, told, and the site sends it again or an operator looks.
            _log.Unreadable(message.ApplicationMessage.Topic, unreadable.Message);
        }

        using var bound = Bounded();
        await message.AcknowledgeAsync(bound.Token);
        await SendAsync(client, answers);
    }

    private async Task SendAsync(IMqttClient client, IEnumerable<OutgoingLetter> letters)
    {
        foreach (var letter in letters)
        {
            using var bound = Bounded();
            await client.PublishBinaryAsync(letter.Topic, letter.Payload, MqttQualityOfServiceLevel.AtLeastOnce, letter.Retain, bound.Token);
        }
    }

    // A frozen broker would be waited for without end.
    private BoundedWait Bounded() => new(Bound, _time, _stop.Token);

    private sealed class BoundedWait : IDisposable
    {
        private readonly CancellationTokenSource _timer;
        private readonly CancellationTokenSource _either;

        public BoundedWait(TimeSpan bound, TimeProvider time, CancellationToken stop)
        {
            _timer = new(bound, time);
            _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, stop);
        }

        public CancellationToken Token => _either.Token;

        public void Dispose()
        {
            _either.Dispose();
            _timer.Dispose();
        }
    }
}
