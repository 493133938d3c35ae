using System.Collections.Concurrent;
using MQTTnet;
using MQTTnet.Protocol;
using Polly;
using Polly.Timeout;

namespace EdgeNode.CloudSync;

/// <summary>One MQTT connection, from its beginning to its end. Never made again: the next one is a new wire.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly ConcurrentQueue<Inbound> _inbound = new();
    private readonly ResiliencePipeline _bound;
    private readonly Bell _bell;
    private string? _down;

    public Wire(ResiliencePipeline bound, Bell bell)
    {
        (_bound, _bell) = (bound, bell);
        _client.ApplicationMessageReceivedAsync += Keep;
        _client.DisconnectedAsync += Note;
    }

    public Task Connect(MqttClientOptions options, CancellationToken stop) => Bound("connect", async token =>
    {
        var result = await _client.ConnectAsync(options, token);
        if (result.ResultCode != MqttClientConnectResultCode.Success)
        {
            throw new LinkDownException($"The broker refused the log-in: {result.ResultCode} {result.ReasonString}. Check user, password and the site's name at the broker.");
        }
    }, stop);

    public Task Subscribe(string topic, CancellationToken stop) => Bound("subscribe", async token =>
    {
        // As published: else what was to lie at the broker looks like any other message to whoever is connected.
        var filter = new MqttTopicFilterBuilder().WithTopic(topic).WithAtLeastOnceQoS().WithRetainAsPublished(true).Build();
        var result = await _client.SubscribeAsync(new MqttClientSubscribeOptions { TopicFilters = [filter] }, token);
        if (result.Items.FirstOrDefault(item => item.ResultCode > MqttClientSubscribeResultCode.GrantedQoS2) is { } refused)
        {
            throw new LinkDownException($"The broker refused the subscription to {topic}: {refused.ResultCode}. Allow this site to read it.");
        }
    }, stop);

    /// <summary>Publishes at least once.</summary>
    /// <returns>False when the broker took it but nobody is subscribed.</returns>
    /// <exception cref="LinkDownException">It was not confirmed in time or refused; the link is of no more use.</exception>
    public async Task<bool> Publish(string topic, byte[] payload, bool retain, CancellationToken stop)
    {
        var heard = false;
        await Bound($"publish {topic}", async token =>
        {
            var message = new MqttApplicationMessage
            {
                Topic = topic,
                PayloadSegment = payload,
                Retain = retain,
                QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce,
            };
            var result = await _client.PublishAsync(message, token);
            heard = result.ReasonCode == MqttClientPublishReasonCode.Success;
            if (!heard && result.ReasonCode != MqttClientPublishReasonCode.NoMatchingSubscribers)
            {
                throw new LinkDownException($"The broker refused {topic}: {result.ReasonCode} {result.ReasonString}. Allow this site to write it.");
            }
        }, stop);
        return heard;
    }

    /// <summary>Tells the broker that a message is dealt with.</summary>
    public Task Acknowledge(Inbound inbound, CancellationToken stop) => Bound("acknowledge", inbound.Acknowledge, stop);

    public bool TryTake(out Inbound? inbound) => _inbound.TryDequeue(out inbound);

    public void ThrowIfDown()
    {
        if (Volatile.Read(ref _down) is { } reason)
        {
            throw new LinkDownException(reason);
        }
    }

    /// <summary>Leaves politely: the broker tells everybody by the last will.</summary>
    public Task Leave(CancellationToken stop) => Bound("disconnect", token => _client.DisconnectAsync(
        new MqttClientDisconnectOptions { Reason = MqttClientDisconnectOptionsReason.DisconnectWithWillMessage }, token), stop);

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Bound(string what, Func<CancellationToken, Task> act, CancellationToken stop)
    {
        var bound = CancellationToken.None;
        try
        {
            await _bound.ExecuteAsync(async token => await act(bound = token), stop);
        }
        catch (Exception error) when (error is TimeoutRejectedException || (bound.IsCancellationRequested && !stop.IsCancellationRequested))
        {
            // The library has words of its own for a cancelled call, another for each kind of call.
            throw new LinkDownException($"The broker did not confirm in time: {what}.", error);
        }
    }

    private Task Keep(MqttApplicationMessageReceivedEventArgs args)
    {
        // Acknowledged by hand once it is dealt with; how many may wait here is bounded by the receive maximum.
        args.AutoAcknowledge = false;
        _inbound.Enqueue(new(args));
        _bell.Ring();
        return Task.CompletedTask;
    }

    // Raised for a failed connect too; only noted here, since one loop alone connects again.
    private Task Note(MqttClientDisconnectedEventArgs args)
    {
        Volatile.Write(ref _down, $"The connection ended: {args.Reason}. {args.Exception?.Message}");
        _bell.Ring();
        return Task.CompletedTask;
    }
}
