using System.Text;
using System.Threading.Channels;
using CsCheck;
using EdgeNode.Core;
using EdgeNode.Hardware.Mqtt;
using Xunit;

namespace EdgeNode.Hardware.Tests;

/// <summary>Payloads as the gateways' own documents print them.</summary>
public sealed class MqttSensorTests
{
    private static readonly ResourceId Desk = new("d01");
    private readonly Channel<SiteEvent> _events = Channel.CreateUnbounded<SiteEvent>();

    [Theory]
    [InlineData(MqttSensorKind.Zigbee2mqtt, "desk", null, "zigbee2mqtt/desk", """{"battery":100,"occupancy":true,"illuminance":12,"linkquality":123}""", true)]
    [InlineData(MqttSensorKind.Zigbee2mqtt, "desk", "presence", "zigbee2mqtt/desk", """{"presence":false}""", false)]
    [InlineData(MqttSensorKind.EspHome, "desk", "seat", "desk/binary_sensor/seat/state", "ON", true)]
    [InlineData(MqttSensorKind.EspHome, "desk", "seat", "desk/binary_sensor/seat/state", "OFF", false)]
    [InlineData(MqttSensorKind.ChirpStack, "1/0102", null, "application/1/device/0102/event/up", """{"fPort":85,"data":"AXVkAwAB","object":{"battery":100,"occupancy":"vacant"}}""", false)]
    [InlineData(MqttSensorKind.ChirpStack, "1/0102", null, "application/1/device/0102/event/up", """{"fPort":85,"data":"AXVkAwAB"}""", true)]
    [InlineData(MqttSensorKind.Tasmota, "desk", null, "stat/desk/POWER", "ON", true)]
    [InlineData(MqttSensorKind.Tasmota, "desk", "Switch1", "stat/desk/RESULT", """{"Switch1":{"Action":"OFF"}}""", false)]
    [InlineData(MqttSensorKind.Shelly, "desk", null, "desk/status/input:0", """{"id":0,"state":true}""", true)]
    [InlineData(MqttSensorKind.Shelly, "desk", null, "desk/events/rpc", """{"method":"NotifyStatus","params":{"ts":1.1,"input:0":{"id":0,"state":false}}}""", false)]
    public void What_a_gateway_sends_is_understood(MqttSensorKind kind, string device, string? part, string topic, string payload, bool present)
    {
        var state = State(kind, device, part);
        Assert.Contains(topic, state.Topics);
        state.Take(topic, Encoding.UTF8.GetBytes(payload), retained: false);
        Assert.Equal([new SiteEvent.DeskSensed(Desk, present)], Posted().Where(@event => @event is not SiteEvent.SensorTold));
    }

    [Theory]
    [InlineData(MqttSensorKind.Zigbee2mqtt, "desk", "zigbee2mqtt/desk", """{"battery":100,"occupancy":true,"linkquality":123}""", 100, 48)]
    [InlineData(MqttSensorKind.Zigbee2mqtt, "desk", "zigbee2mqtt/desk", """{"battery":20.5,"linkquality":255}""", 20, 100)]
    [InlineData(MqttSensorKind.Zigbee2mqtt, "desk", "zigbee2mqtt/desk", """{"battery":101,"linkquality":-1}""", null, null)]
    [InlineData(MqttSensorKind.Zigbee2mqtt, "desk", "zigbee2mqtt/other", """{"battery":100}""", null, null)]
    [InlineData(MqttSensorKind.ChirpStack, "1/0102", "application/1/device/0102/event/up", """{"data":"AXVkAwAB","object":{"battery":99,"occupancy":"vacant"}}""", 100, null)]
    [InlineData(MqttSensorKind.ChirpStack, "1/0102", "application/1/device/0102/event/up", """{"object":{"battery":99,"occupancy":"vacant"}}""", 99, null)]
    [InlineData(MqttSensorKind.ChirpStack, "1/0102", "application/1/device/0102/event/up", """{"fPort":85,"data":"AwABAXUU"}""", 20, null)]
    public void What_a_sensor_tells_of_itself_is_told_in_per_cent_and_once(MqttSensorKind kind, string device, string topic, string payload, int? battery, int? signal)
    {
        var state = State(kind, device, null);
        state.Take(topic, Encoding.UTF8.GetBytes(payload), retained: false);
        state.Take(topic, Encoding.UTF8.GetBytes(payload), retained: false);
        Assert.Equal(
            battery is null && signal is null ? [] : [new SiteEvent.SensorTold(Desk, battery, signal)],
            Posted().OfType<SiteEvent.SensorTold>());
    }

    [Fact]
    public void A_retained_value_is_of_unknown_age_and_tells_nothing()
    {
        var state = State(MqttSensorKind.EspHome, "desk", "seat");
        state.Take("desk/binary_sensor/seat/state", "ON"u8, retained: true);
        state.Take("desk/status", "online"u8, retained: true);
        state.Repeat();
        Assert.Empty(Posted());
    }

    [Fact]
    public void A_sensor_that_tells_changes_alone_is_repeated_while_it_lives_and_falls_silent_with_it()
    {
        var state = State(MqttSensorKind.Zigbee2mqtt, "desk", null);
        state.Take("zigbee2mqtt/desk/availability", """{"state":"online"}"""u8, retained: true);
        state.Take("zigbee2mqtt/desk", """{"occupancy":true}"""u8, retained: false);
        Posted();
        state.Repeat();
        Assert.Empty(Posted());
        state.Take("zigbee2mqtt/bridge/state", """{"state":"online"}"""u8, retained: true);
        state.Repeat();
        Assert.Equal([new SiteEvent.DeskSensed(Desk, true)], Posted());
        state.Take("zigbee2mqtt/bridge/state", """{"state":"offline"}"""u8, retained: false);
        state.Take("zigbee2mqtt/bridge/state", """{"state":"online"}"""u8, retained: false);
        state.Repeat();
        Assert.Empty(Posted());
    }

    [Fact]
    public void A_report_that_is_delivered_twice_counts_once()
    {
        var state = State(MqttSensorKind.ChirpStack, "1/0102", null);
        foreach (var id in (string[])["a", "a", "b"])
        {
            state.Take("application/1/device/0102/event/up", Encoding.UTF8.GetBytes($$$"""{"deduplicationId":"{{{id}}}","object":{"occupancy":"occupied"}}"""), retained: false);
        }

        Assert.Equal(2, Posted().Length);
    }

    [Fact]
    public void No_payload_whatever_breaks_a_sensor_or_occupies_a_desk() => Gen.Select(Gen.Byte.Array[0, 200], Gen.Int[0, 4]).Sample((payload, kind) =>
    {
        var state = State((MqttSensorKind)kind, "1/a", null);
        foreach (var topic in state.Topics)
        {
            state.Take(topic, payload, retained: false);
        }

        // What a shorter one says may be a true word of a sensor; it is not the next one's.
        var posted = Posted();
        return payload.Length < 5 || posted.Length == 0;
    }, iter: Fuzz.Sample, threads: 1);

    private SensorState State(MqttSensorKind kind, string device, string? part) =>
        new(MqttSensors.Of(kind, device, part, Desk, TimeSpan.FromMinutes(1)), _events.Writer);

    private SiteEvent[] Posted() => [.. _events.Reader.ReadAllAvailable()];
}
