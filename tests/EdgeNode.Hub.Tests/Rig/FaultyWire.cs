using System.Net;
using System.Net.Sockets;
using EdgeNode.CloudSync.Tests;

namespace EdgeNode.Hub.Tests;

/// <summary>
/// A way to the broker that knows where MQTT packets begin (MQTT 5, 2.1), so that it can send publications twice or in another
/// order, slowly, or not at all without a word. Every fault is drawn from one seed.
/// </summary>
internal sealed class FaultyWire : IAsyncDisposable
{
    private const int Publish = 3;
    private const int LongestLength = 4;
    private static readonly TimeSpan Held = TimeSpan.FromMilliseconds(20);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly List<TcpClient> _open = [];
    private readonly List<Task> _running = [];
    private readonly int _target;
    private readonly Random _random;
    private TaskCompletionSource _flows = Flowing();

    public FaultyWire(int target, int seed)
    {
        (_target, _random) = (target, new(seed));
        _listener.Start();
        _running.Add(Accept());
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Share of publications that go twice.</summary>
    public double Twice { get; set; }

    /// <summary>Share of publications that wait until the next packet has gone.</summary>
    public double Late { get; set; }

    /// <summary>Whether bytes trickle.</summary>
    public bool Slow { get; set; }

    /// <summary>Half open: nothing arrives, nothing is refused.</summary>
    public void Freeze() => _flows = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Thaw() => _flows.TrySetResult();

    /// <summary>Ends every connection without a farewell.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            _open.ForEach(client => client.Dispose());
            _open.Clear();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        Cut();
        Thaw();
        await Task.WhenAll(_running);
        _stop.Dispose();
    }

    private static TaskCompletionSource Flowing()
    {
        var flows = new TaskCompletionSource();
        flows.SetResult();
        return flows;
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var (near, far) = (await _listener.AcceptTcpClientAsync(_stop.Token), new TcpClient());
                lock (_gate)
                {
                    _open.AddRange([near, far]);
                    _running.Add(Join(near, far));
                }
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The listener was closed.
        }
    }

    private async Task Join(TcpClient near, TcpClient far)
    {
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
            await Task.WhenAny(Copy(near.GetStream(), far.GetStream()), Copy(far.GetStream(), near.GetStream())).Unwrap();
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The connection was cut, by this wire or by an end.
        }
        finally
        {
            near.Dispose();
            far.Dispose();
        }
    }

    private async Task Copy(NetworkStream from, NetworkStream to)
    {
        byte[]? late = null;
        while (true)
        {
            var next = Packet(from);
            if (late is not null && !await Within(next, Held))
            {
                await Send(to, late);
                late = null;
            }

            if (await next is not { } packet)
            {
                return;
            }

            await _flows.Task;
            if (packet[0] >> 4 == Publish && late is null && Draw(Late))
            {
                late = packet;
                continue;
            }

            await Send(to, packet);
            if (late is not null)
            {
                await Send(to, late);
                late = null;
            }
        }
    }

    private static async Task<bool> Within(Task task, TimeSpan bound)
    {
        try
        {
            await task.WaitAsync(bound);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private async Task Send(NetworkStream to, byte[] packet)
    {
        var times = packet[0] >> 4 == Publish && Draw(Twice) ? 2 : 1;
        for (var time = 0; time < times; time++)
        {
            foreach (var piece in packet.Chunk(Slow ? 512 : packet.Length))
            {
                await to.WriteAsync(piece, _stop.Token);
                if (Slow)
                {
                    using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
                    await timer.WaitForNextTickAsync(_stop.Token);
                }
            }
        }
    }

    private bool Draw(double share)
    {
        lock (_random)
        {
            return _random.NextDouble() < share;
        }
    }

    private async Task<byte[]?> Packet(NetworkStream from)
    {
        var head = new List<byte>();
        var one = new byte[1];
        var (length, shift) = (0, 0);
        do
        {
            if (await from.ReadAsync(one, _stop.Token) == 0)
            {
                return null;
            }

            head.Add(one[0]);
            if (head.Count > 1)
            {
                length |= (one[0] & 0x7f) << shift;
                shift += 7;
            }
        }
        while (head.Count == 1 || (one[0] >= 0x80 && head.Count <= LongestLength));

        var packet = new byte[head.Count + length];
        head.CopyTo(packet);
        await from.ReadExactlyAsync(packet.AsMemory(head.Count), _stop.Token);
        return packet;
    }
}
