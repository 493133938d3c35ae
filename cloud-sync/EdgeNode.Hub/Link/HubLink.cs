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
/// The hub's one connection to the broker. Letters are acknowledged to the broker only after they were dealt with durably, and to
/// the site by the hub's own word. Nothing of it outlives the connection: what a worker that was killed had taken, the sites send again.
/// </summary>
public sealed class HubLink : IAsyncDisposable
{
    // What waits is dealt with together, in one transaction: one wait for the disk, not many.
    private const int MostTogether = 64;

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
            while (await inbox.Reader.WaitToReadAsync(_stop.Token))
            {
                await DealWithAsync(client, inbox.Reader);
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
        using var bound = Bounded();
        var result = await client.ConnectAsync(HubWire.Options(_options), bound.Token);
        if (result.ResultCode != MqttClientConnectResultCode.Success)
        {
            throw new IOException($"The broker refused the hub: {result.ResultCode} {result.ReasonString}. Check its certificate, or user and password.");
        }

        foreach (var topic in _options.SharesSubscription ? Topics.HubShared : [Topics.HubAll])
        {
            var granted = await client.SubscribeAsync(topic, MqttQualityOfServiceLevel.AtLeastOnce, bound.Token);
            if (granted.Items.FirstOrDefault(item => item.ResultCode > MqttClientSubscribeResultCode.GrantedQoS2) is { } refused)
            {
                throw new IOException($"The broker refused the subscription to {topic}: {refused.ResultCode}. Allow the hub to read it.");
            }
        }

        _log.Up(_options.BrokerHost, _options.BrokerPort);
    }

    private async Task DealWithAsync(IMqttClient client, ChannelReader<MqttApplicationMessageReceivedEventArgs> inbox)
    {
        var taken = new List<MqttApplicationMessageReceivedEventArgs>(MostTogether);
        while (taken.Count < MostTogether && inbox.TryRead(out var message))
        {
            taken.Add(message);
        }

        var answers = _post.Take([.. taken.Select(message => new IncomingLetter(message.ApplicationMessage.Topic, message.ApplicationMessage.Payload.ToArray()))]);
        using var bound = Bounded();
        foreach (var message in taken)
        {
            await message.AcknowledgeAsync(bound.Token);
        }

        await SendAsync(client, answers);
    }

    private async Task SendAsync(IMqttClient client, IEnumerable<OutgoingLetter> letters)
    {
        foreach (var some in letters.Chunk(MostTogether))
        {
            using var bound = Bounded();
            await Task.WhenAll(some.Select(letter =>
                client.PublishBinaryAsync(letter.Topic, letter.Payload, MqttQualityOfServiceLevel.AtLeastOnce, letter.Retain, bound.Token)));
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
