using System.Buffers;
using System.Threading.Channels;
using EdgeNode.Contracts;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace EdgeNode.CloudSync.Tests;

/// <summary>The network's end, moved by hand: it answers nothing by itself.</summary>
internal sealed class HubDouble : IAsyncDisposable
{
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly Channel<MqttApplicationMessage> _inbox = Channel.CreateUnbounded<MqttApplicationMessage>();

    public static async Task<HubDouble> Connect(int port, CancellationToken stop)
    {
        var hub = new HubDouble();
        hub._client.ApplicationMessageReceivedAsync += args =>
        {
            hub._inbox.Writer.TryWrite(new MqttApplicationMessage
            {
                Topic = args.ApplicationMessage.Topic,
                Retain = args.ApplicationMessage.Retain,
                PayloadSegment = args.ApplicationMessage.Payload.ToArray(),
            });
            return Task.CompletedTask;
        };
        await hub._client.ConnectAsync(
            new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).WithProtocolVersion(MqttProtocolVersion.V500).WithClientId("hub").Build(),
            stop);
        await hub._client.SubscribeAsync(
            new MqttClientSubscribeOptions { TopicFilters = [new MqttTopicFilterBuilder().WithTopic(Topics.HubAll).WithAtLeastOnceQoS().Build()] },
            stop);
        return hub;
    }

    public Task Send<T>(string topic, T letter, CancellationToken stop, bool retain = false)
        where T : Letter => Send(topic, LetterCodec.Encode(letter), stop, retain);

    public Task Send(string topic, byte[] payload, CancellationToken stop, bool retain = false) => _client.PublishAsync(
        new MqttApplicationMessage { Topic = topic, PayloadSegment = payload, Retain = retain, QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce },
        stop);

    /// <summary>The next message, whatever it is.</summary>
    public async Task<(SiteTopic Topic, byte[] Payload)> Next(CancellationToken stop)
    {
        var message = await _inbox.Reader.ReadAsync(stop);
        return (Topics.Parse(message.Topic)!, message.Payload.ToArray());
    }

    /// <summary>The next message on a topic of one kind; those before it are passed over.</summary>
    public async Task<(T Topic, byte[] Payload)> Next<T>(CancellationToken stop)
        where T : SiteTopic
    {
        while (true)
        {
            if (await Next(stop) is (T topic, var payload))
            {
                return (topic, payload);
            }
        }
    }

    public async Task<JournalBatch> NextBatch(CancellationToken stop) =>
        JournalBatchCodec.Unpack((await Next<SiteTopic.Journal>(stop)).Payload);

    public async Task<SiteStatus> NextStatus(CancellationToken stop) =>
        LetterCodec.Decode<SiteStatus>((await Next<SiteTopic.Status>(stop)).Payload);

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }
}
