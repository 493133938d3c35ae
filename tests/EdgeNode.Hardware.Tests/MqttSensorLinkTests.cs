using System.Threading.Channels;
using EdgeNode.Core;
using EdgeNode.Hardware.Mqtt;
using MQTTnet;
using Xunit;

namespace EdgeNode.Hardware.Tests;

/// <summary>A real broker on loopback.</summary>
public sealed class MqttSensorLinkTests : IDisposable
{
    private static readonly ResourceId Desk = new("d01");
    private readonly Channel<SiteEvent> _events = Channel.CreateUnbounded<SiteEvent>();
    private readonly CancellationTokenSource _bound = new(TimeSpan.FromSeconds(40));
    private readonly ToldLog _log = new();

    public void Dispose() => _bound.Dispose();

    [Fact]
    public async Task A_sensor_is_heard_over_a_real_broker_and_again_after_the_broker_died_and_came_back()
    {
        using var broker = new SensorBroker();
        await broker.Start(_bound.Token);
        var sensor = MqttSensors.Of(MqttSensorKind.Zigbee2mqtt, "desk", null, Desk, TimeSpan.FromHours(1));
        await using var link = new MqttSensorLink(new("127.0.0.1", broker.Port, null, null), [sensor], _events.Writer, TimeProvider.System, _log);
        Assert.StartsWith("Information: The sensors' broker", await _log.Lines.ReadAsync(_bound.Token), StringComparison.Ordinal);
        await Publish(broker.Port, """{"occupancy":true}""");
        Assert.Equal(new SiteEvent.DeskSensed(Desk, true), await _events.Reader.ReadAsync(_bound.Token));

        broker.Kill();
        Assert.StartsWith("Warning: The sensors' broker", await _log.Lines.ReadAsync(_bound.Token), StringComparison.Ordinal);
        await broker.Start(_bound.Token);
        Assert.StartsWith("Information: The sensors' broker", await _log.Lines.ReadAsync(_bound.Token), StringComparison.Ordinal);
        await Publish(broker.Port, """{"occupancy":false}""");
        Assert.Equal(new SiteEvent.DeskSensed(Desk, false), await _events.Reader.ReadAsync(_bound.Token));
    }

    [Fact]
    public async Task A_broker_that_is_not_there_is_waited_for_and_the_link_still_ends_at_once()
    {
        using var broker = new SensorBroker();
        var link = new MqttSensorLink(
            new("127.0.0.1", broker.Port, null, null), [MqttSensors.Of(MqttSensorKind.Shelly, "a", null, Desk, TimeSpan.FromHours(1))], _events.Writer, TimeProvider.System, _log);
        Assert.StartsWith("Warning: The sensors' broker", await _log.Lines.ReadAsync(_bound.Token), StringComparison.Ordinal);
        await link.DisposeAsync().AsTask().WaitAsync(_bound.Token);
    }

    private async Task Publish(int port, string payload)
    {
        using var client = new MqttClientFactory().CreateMqttClient();
        await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", port).Build(), _bound.Token);
        await client.PublishStringAsync("zigbee2mqtt/desk", payload, cancellationToken: _bound.Token);
        await client.DisconnectAsync(new MqttClientDisconnectOptions(), _bound.Token);
    }
}
