using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Hardware.Mqtt;

/// <summary>What is known of one sensor; posts to the site what it may believe.</summary>
/// <param name="sensor">The sensor.</param>
/// <param name="events">Where events go.</param>
internal sealed class SensorState(MqttSensor sensor, ChannelWriter<SiteEvent> events)
{
    private const int Remembered = 32;
    private readonly bool?[] _alive = new bool?[sensor.Availability.Count];
    private readonly Queue<string> _seen = new();
    private bool? _present;
    private (int? Battery, int? Signal) _told;

    public MqttSensor Sensor => sensor;

    /// <summary>Every topic that it needs.</summary>
    public IEnumerable<string> Topics => sensor.Presence.Concat(sensor.Availability).Select(source => source.Topic).Distinct();

    private bool Lives => _alive.All(alive => alive == true);

    /// <summary>Takes a message. A retained value is of unknown age: it tells whether the sensor lives, never whether somebody sits there.</summary>
    public void Take(string topic, ReadOnlySpan<byte> payload, bool retained)
    {
        for (var index = 0; index < sensor.Availability.Count; index++)
        {
            if (sensor.Availability[index].Topic == topic && SensorPayload.Read(sensor.Availability[index], payload) is { } alive)
            {
                _alive[index] = alive;
                _present = alive ? _present : null;
            }
        }

        if (retained || IsRepeated(payload, topic))
        {
            return;
        }

        TellOfItself(topic, payload);
        foreach (var source in sensor.Presence.Where(source => source.Topic == topic))
        {
            if (SensorPayload.Read(source, payload) is { } present)
            {
                _present = present;
                Post(present);
                return;
            }
        }
    }

    /// <summary>One interval has passed: a sensor that only tells changes is repeated, as long as it is known to live.</summary>
    public void Repeat()
    {
        if (sensor.Availability.Count > 0 && Lives && _present is { } present)
        {
            Post(present);
        }
    }

    /// <summary>The broker is gone: nothing is known any more.</summary>
    public void Forget()
    {
        Array.Clear(_alive);
        _present = null;
    }

    // Only what has changed: the rest is no news to the site.
    private void TellOfItself(string topic, ReadOnlySpan<byte> payload)
    {
        var told = _told;
        foreach (var battery in sensor.Battery)
        {
            told.Battery = battery.Read(topic, payload) ?? told.Battery;
        }

        foreach (var signal in sensor.Signal)
        {
            told.Signal = signal.Read(topic, payload) ?? told.Signal;
        }

        if (told != _told)
        {
            _told = told;
            events.TryWrite(new SiteEvent.SensorTold(sensor.Desk, told.Battery, told.Signal));
        }
    }

    private void Post(bool present) => events.TryWrite(new SiteEvent.DeskSensed(sensor.Desk, present));

    private bool IsRepeated(ReadOnlySpan<byte> payload, string topic)
    {
        if (sensor.DuplicateKey.Count == 0 || sensor.Presence.All(source => source.Topic != topic)
            || SensorPayload.Text(payload, sensor.DuplicateKey) is not { } key)
        {
            return false;
        }

        if (_seen.Contains(key))
        {
            return true;
        }

        _seen.Enqueue(key);
        if (_seen.Count > Remembered)
        {
            _seen.Dequeue();
        }

        return false;
    }
}
