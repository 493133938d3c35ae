using System.Buffers;
using System.Threading.Channels;
using EdgeNode.Core;
using Microsoft.Extensions.Logging;
using MQTTnet;
using MQTTnet.Exceptions;

namespace EdgeNode.Hardware.Mqtt;

/// <summary>Listens to the sensors' broker and connects again when it is gone; desks fall silent meanwhile, and silence means unknown.</summary>
public sealed class MqttSensorLink : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly MqttBroker _broker;
    private readonly (SensorState State, ITimer Timer)[] _sensors;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private bool? _connected;

    /// <summary>Begins to connect; a broker that is not there yet is waited for.</summary>
    /// <param name="broker">The broker.</param>
    /// <param name="sensors">The sensors.</param>
    /// <param name="events">Where events go.</param>
    /// <param name="time">Timers.</param>
    /// <param name="log">Where loss and return of the broker are told.</param>
    public MqttSensorLink(MqttBroker broker, IEnumerable<MqttSensor> sensors, ChannelWriter<SiteEvent> events, TimeProvider time, ILogger log)
    {
        (_broker, _time, _log) = (broker, time, log);
        _sensors = [.. sensors.Select(sensor => Watch(new(sensor, events), time))];
        _running = Task.Run(RunAsync);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        foreach (var (_, timer) in _sensors)
        {
            await timer.DisposeAsync();
        }

        _stop.Dispose();
    }

    private (SensorState State, ITimer Timer) Watch(SensorState state, TimeProvider time) =>
        (state, time.CreateTimer(_ => Locked(state.Repeat), null, state.Sensor.Interval, state.Sensor.Interval));

    private async Task RunAsync()
    {
        using var tick = new PeriodicTimer(Tick, _time);
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await ListenAsync();
            }
            catch (Exception lost) when (lost is MqttCommunicationException or TimeoutException or OperationCanceledException)
            {
                Lost(lost.Message);
            }

            try
            {
                await tick.WaitForNextTickAsync(_stop.Token);
            }
            catch (OperationCanceledException)
            {
                // Told to stop: the loop ends.
            }
        }
    }

    private async Task ListenAsync()
    {
        using var client = new MqttClientFactory().CreateMqttClient();
        var lost = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        client.DisconnectedAsync += left =>
        {
            lost.TrySetResult(left.ReasonString ?? left.Reason.ToString());
            return Task.CompletedTask;
        };
        client.ApplicationMessageReceivedAsync += Take;
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        bound.CancelAfter(Patience);
        var options = new MqttClientOptionsBuilder().WithTcpServer(_broker.Host, _broker.Port).WithTimeout(Patience);
        await client.ConnectAsync((_broker.User is null ? options : options.WithCredentials(_broker.User, _broker.Password)).Build(), bound.Token);
        foreach (var topic in _sensors.SelectMany(sensor => sensor.State.Topics).Distinct())
        {
            await client.SubscribeAsync(topic, cancellationToken: bound.Token);
        }

        _connected = true;
        _log.BrokerBack(_broker);
        using var stopping = _stop.Token.Register(() => lost.TrySetResult("stopped"));
        Lost(await lost.Task);
    }

    private Task Take(MqttApplicationMessageReceivedEventArgs received)
    {
        var message = received.ApplicationMessage;
        var payload = message.Payload.ToArray();
        Locked(() =>
        {
            foreach (var (state, _) in _sensors)
            {
                state.Take(message.Topic, payload, message.Retain);
            }
        });
        return Task.CompletedTask;
    }

    private void Lost(string reason)
    {
        Locked(() =>
        {
            foreach (var (state, _) in _sensors)
            {
                state.Forget();
            }
        });
        if (_connected != false && !_stop.IsCancellationRequested)
        {
            _log.BrokerLost(_broker, reason);
        }

        _connected = false;
    }

    private void Locked(Action action)
    {
        lock (_lock)
        {
            action();
        }
    }
}
