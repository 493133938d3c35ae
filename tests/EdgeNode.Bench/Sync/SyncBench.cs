using System.Diagnostics;
using System.Globalization;
using EdgeNode.CloudSync.Tests;
using EdgeNode.Contracts;
using EdgeNode.Hub;
using EdgeNode.Hub.Tests;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;
using Npgsql;

namespace EdgeNode.Bench;

/// <summary>A network's night: many sites send their journals through mosquitto, workers put them into PostgreSQL and acknowledge; everything on this machine.</summary>
internal static class SyncBench
{
    private const double Mebibyte = 1024 * 1024;

    public static async Task RunAsync(bool quick, string? count)
    {
        var (sites, records) = quick ? (40, 1_000) : (int.Parse(count ?? "1000", CultureInfo.InvariantCulture), 5_000);
        var folder = Directory.CreateTempSubdirectory("edgenode-bench-").FullName;
        new KeyFolder(folder).Create("127.0.0.1", 8883, TimeProvider.System);
        await using var postgres = new PostgresServer(durable: true);
        await postgres.Create();
        var batches = SimulatedSites.Journal(records);
        var plain = await PeerAsync(postgres, batches, quick ? 1_000 : 20_000);
        foreach (var workers in quick ? new[] { 2 } : [1, 2, 4])
        {
            await NightAsync(postgres, folder, sites, batches, records, workers, plain);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task NightAsync(PostgresServer postgres, string keys, int sites, byte[][] batches, int records, int workers, double plain)
    {
        var where = postgres.NewDatabase();
        HubDatabase.Open(where).Dispose();
        await using var broker = await Mosquitto.StartNew(CancellationToken.None);
        var hubs = new List<HubProcess>();
        for (var worker = 1; worker <= workers; worker++)
        {
            hubs.Add(await HubProcess.Start(where, keys, broker.Port, worker, CancellationToken.None));
        }

        await using var network = new SimulatedSites(sites, batches);
        await network.ConnectAsync(broker.Port);
        var (start, own, database) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime, ProcessorOfChildren(postgres.Id));
        await network.RunAsync();
        var elapsed = Stopwatch.GetElapsedTime(start);
        var costs = hubs.ConvertAll(hub => hub.Cost());
        var total = (long)sites * records;
        var rate = total / elapsed.TotalSeconds;
        var stored = Count(where);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"sync: {sites} sites x {records} records, {workers} workers: {rate:0} records/s end to end ({elapsed.TotalSeconds:0.0} s, {network.Resent} resends, {stored} stored), {rate / plain:0.0} x one INSERT per record"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  processor seconds: workers {costs.Sum(cost => cost.Processor.TotalSeconds):0.0}, mosquitto {broker.Processor.TotalSeconds:0.0}, postgres {(ProcessorOfChildren(postgres.Id) - database).TotalSeconds:0.0}, the sites themselves {(Process.GetCurrentProcess().TotalProcessorTime - own).TotalSeconds:0.0}; largest worker {costs.Max(cost => cost.Memory) / Mebibyte:0} MiB"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $$"""{"bench":"sync","workers":{{workers}},"records":{{total}},"perSecond":{{rate:0}}}"""));
        foreach (var hub in hubs)
        {
            await hub.DisposeAsync();
        }

        if (stored != total)
        {
            throw new InvalidOperationException($"{total} records were sent and acknowledged, {stored} are stored. This must never happen; report it.");
        }
    }

    // The plain way, as one would first write it: one connection, each record of a message inserted by itself.
    private static async Task<double> PeerAsync(PostgresServer postgres, byte[][] batches, int records)
    {
        await using var broker = await Mosquitto.StartNew(CancellationToken.None);
        await using var connection = new NpgsqlConnection(postgres.NewDatabase());
        await connection.OpenAsync();
        await using (var create = new NpgsqlCommand("CREATE TABLE journal (site TEXT, sequence BIGINT, line BYTEA, PRIMARY KEY (site, sequence))", connection))
        {
            await create.ExecuteNonQueryAsync();
        }

        var (done, stored) = (new TaskCompletionSource(), 0);
        using var client = new MqttClientFactory().CreateMqttClient();
        client.ApplicationMessageReceivedAsync += async args =>
        {
            var batch = JournalBatchCodec.Unpack(System.Buffers.BuffersExtensions.ToArray(args.ApplicationMessage.Payload));
            foreach (var (line, index) in batch.Lines.Select((line, index) => (line, index)))
            {
                await using var insert = new NpgsqlCommand("INSERT INTO journal VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", connection);
                insert.Parameters.AddWithValue(args.ApplicationMessage.Topic);
                insert.Parameters.AddWithValue(batch.First + index);
                insert.Parameters.AddWithValue(line.ToArray());
                await insert.ExecuteNonQueryAsync();
                if (++stored == records)
                {
                    done.TrySetResult();
                }
            }
        };
        await client.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", broker.Port).WithProtocolVersion(MqttProtocolVersion.V500).Build());
        await client.SubscribeAsync("en/1/+/up/#", MqttQualityOfServiceLevel.AtLeastOnce);
        using var sender = new MqttClientFactory().CreateMqttClient();
        await sender.ConnectAsync(new MqttClientOptionsBuilder().WithTcpServer("127.0.0.1", broker.Port).WithProtocolVersion(MqttProtocolVersion.V500).Build());
        var start = Stopwatch.GetTimestamp();
        for (var site = 0; site * batches.Length * JournalBatch.MaxRecords < records; site++)
        {
            foreach (var batch in batches)
            {
                await sender.PublishBinaryAsync(Topics.Journal(SimulatedSites.Name(site)), batch, MqttQualityOfServiceLevel.AtLeastOnce);
            }
        }

        await done.Task;
        var rate = records / Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sync, the plain way: one INSERT per record, one connection: {rate:0} records/s"));
        return rate;
    }

    private static long Count(string where)
    {
        using var connection = new NpgsqlConnection(where);
        connection.Open();
        using var command = new NpgsqlCommand("SELECT count(*) FROM journal", connection);
        return (long)command.ExecuteScalar()!;
    }

    // proc(5), stat: ppid, and the clock ticks (1/100 s) of the process and of its children that have ended.
    private static TimeSpan ProcessorOfChildren(int parent)
    {
        var ticks = 0L;
        foreach (var folder in Directory.GetDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)))
        {
            try
            {
                var stat = File.ReadAllText(Path.Combine(folder, "stat"));
                var words = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                var own = Path.GetFileName(folder) == parent.ToString(CultureInfo.InvariantCulture);
                if (own || words[1] == parent.ToString(CultureInfo.InvariantCulture))
                {
                    ticks += words[11..(own ? 15 : 13)].Sum(word => long.Parse(word, CultureInfo.InvariantCulture));
                }
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
        }

        return TimeSpan.FromMilliseconds(ticks * 10);
    }
}
