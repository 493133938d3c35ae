using System.Buffers;
using MQTTnet;

namespace EdgeNode.CloudSync;

/// <summary>One message from the broker, not yet acknowledged to it.</summary>
internal sealed class Inbound(MqttApplicationMessageReceivedEventArgs args)
{
    public string Topic { get; } = args.ApplicationMessage.Topic;

    public bool Retained { get; } = args.ApplicationMessage.Retain;

    // Copied: the library may use its buffer again once the handler has returned.
    public byte[] Payload { get; } = args.ApplicationMessage.Payload.ToArray();

    public Task Acknowledge(CancellationToken stop) => args.AcknowledgeAsync(stop);
}
