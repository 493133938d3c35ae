using System.Buffers;
using System.Text;
using MQTTnet;
using MQTTnet.Protocol;

namespace EdgeNode.Bench;

/// <summary>A peer's connection to the broker: quality of service 0, as readers and relays on one table have it.</summary>
internal sealed class PeerLine : IAsyncDisposable
{
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();

    /// <summary>Connects and hears a topic.</summary>
    public static async Task<PeerLine> OpenAsync(int port, string topic, Action<string, ReadOnlySequence<byte>> hear)
    {
        var line = new PeerLine();
        line._client.ApplicationMessageReceivedAsync += message =>
        {
            hear(message.ApplicationMessage.Topic, message.ApplicationMessage.Payload);
            return Task.CompletedTask;
        };
        await line._client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).WithProtocolVersion(MQTTnet.Formatter.MqttProtocolVersion.V500).Build());
        await line._client.SubscribeAsync(topic);
        return line;
    }

    /// <summary>Connects and answers each tap that is to open.</summary>
    /// <param name="port">The broker's.</param>
    /// <param name="opens">By door and card.</param>
    public static async Task<PeerLine> AnswerAsync(int port, Func<string, string, bool> opens)
    {
        PeerLine? line = null;
        return line = await OpenAsync(port, TapTopics.Taps, (topic, payload) =>
        {
            var ((number, card), door) = (TapTopics.Read(payload), TapTopics.DoorOf(topic));
            if (opens(door, card))
            {
                _ = line!.SendAsync(TapTopics.Strike(door), number);
            }
        });
    }

    public Task SendAsync(string topic, string payload) => _client.PublishAsync(new MqttApplicationMessage
    {
        Topic = topic,
        PayloadSegment = Encoding.ASCII.GetBytes(payload),
        QualityOfServiceLevel = MqttQualityOfServiceLevel.AtMostOnce,
    });

    public async ValueTask DisposeAsync()
    {
        await _client.DisconnectAsync();
        _client.Dispose();
    }
}
