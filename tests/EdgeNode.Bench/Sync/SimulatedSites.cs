using System.Collections.Concurrent;
using System.Globalization;
using EdgeNode.Contracts;
using EdgeNode.Core;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace EdgeNode.Bench;

/// <summary>Many sites on a few connections: each sends its whole journal with a window of eight batches and goes on by the hub's own word only.</summary>
internal sealed class SimulatedSites : IAsyncDisposable
{
    private const int Window = 8;
    private const int Connections = 4;

    // Sites spread their nightly start by their names: of a thousand, some tens are at it at once.
    private const int TogetherOnAConnection = 25;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, SimulatedSite> _sites = new(StringComparer.Ordinal);
    private readonly List<IMqttClient> _clients = [];
    private readonly byte[][] _batches;
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left;

    public SimulatedSites(int sites, byte[][] batches)
    {
        (_batches, _left) = (batches, sites);
        for (var site = 0; site < sites; site++)
        {
            _sites.TryAdd(Name(site), new());
        }
    }

    /// <summary>How often a batch had to go again.</summary>
    public int Resent { get; private set; }

    public static string Name(int site) => string.Create(CultureInfo.InvariantCulture, $"s{site:00000}");

    /// <summary>The journal that every site has: records in their chain, in packed batches.</summary>
    public static byte[][] Journal(int records)
    {
        var (lines, previous) = (new List<byte[]>(records), JournalCodec.Genesis);
        for (var sequence = 1; sequence <= records; sequence++)
        {
            var at = new Moment(TimeSpan.FromSeconds(sequence), DateTimeOffset.UnixEpoch.AddSeconds(sequence), ClockTrust.Trusted);
            JournalFact fact = (sequence % 3) switch
            {
                0 => new JournalFact.DoorContact(new("street"), ContactState.Open),
                1 => new JournalFact.AccessGranted(new("street-in"), new("street"), GrantBasis.Booking, 7),
                _ => new JournalFact.DeskChanged(new("d01"), DeskOccupancy.Occupied),
            };
            var line = JournalCodec.Encode(new(sequence, at, fact), previous, []);
            previous = line.Hash;
            lines.Add(line.Public);
        }

        return
        [
            .. lines.Chunk(JournalBatch.MaxRecords).Select((cut, index) => JournalBatchCodec.Pack(
                new("any", "e1", (index * JournalBatch.MaxRecords) + 1, (index * JournalBatch.MaxRecords) + cut.Length, "", "")
                {
                    Lines = [.. cut.Select(line => (ReadOnlyMemory<byte>)line)],
                })),
        ];
    }

    public async Task ConnectAsync(int port)
    {
        for (var number = 0; number < Connections; number++)
        {
            var client = new MqttClientFactory().CreateMqttClient();
            client.ApplicationMessageReceivedAsync += args => HearAsync(args.ApplicationMessage);
            await client.ConnectAsync(new MqttClientOptionsBuilder()
                .WithTcpServer("127.0.0.1", port).WithProtocolVersion(MqttProtocolVersion.V500).WithClientId(string.Create(CultureInfo.InvariantCulture, $"sites-{number}")).Build());
            _clients.Add(client);
        }

        // One of them hears for all; each sends for its own.
        await _clients[0].SubscribeAsync("en/1/+/dn/ack/journal", MqttQualityOfServiceLevel.AtMostOnce);
    }

    /// <summary>Sends everything; done when the hub has acknowledged all of it.</summary>
    public async Task RunAsync()
    {
        var sites = _sites.Keys.Order(StringComparer.Ordinal).ToArray();
        var sending = _clients.Select((client, number) => SendAsync(client, [.. sites.Where((_, index) => index % Connections == number)])).ToArray();
        await Task.WhenAny(_done.Task, Task.WhenAll(sending));
        await _done.Task;
        await Task.WhenAll(sending);
    }

    public ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        return ValueTask.CompletedTask;
    }

    private Task HearAsync(MqttApplicationMessage message)
    {
        if (Topics.Parse(message.Topic) is { } topic && _sites.TryGetValue(topic.Site, out var site))
        {
            var ack = LetterCodec.Decode<JournalAck>(System.Buffers.BuffersExtensions.ToArray(message.Payload));
            var batches = (int)((ack.Through + JournalBatch.MaxRecords - 1) / JournalBatch.MaxRecords);
            if (site.Hear(batches) && batches == _batches.Length && Interlocked.Decrement(ref _left) == 0)
            {
                _done.TrySetResult();
            }
        }

        return Task.CompletedTask;
    }

    private async Task SendAsync(IMqttClient client, string[] names)
    {
        while (!_done.Task.IsCompleted)
        {
            var sent = 0;
            foreach (var name in names.Where(name => !_sites[name].Finished(_batches.Length)).Take(TogetherOnAConnection))
            {
                while (_sites[name].Next(_batches.Length, Window, Patience, () => Resent++) is { } batch)
                {
                    await client.PublishBinaryAsync(Topics.Journal(name), _batches[batch], MqttQualityOfServiceLevel.AtLeastOnce);
                    sent++;
                }
            }

            if (sent == 0)
            {
                using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
                await timer.WaitForNextTickAsync();
            }
        }
    }
}
