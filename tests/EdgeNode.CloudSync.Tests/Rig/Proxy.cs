using System.Net;
using System.Net.Sockets;

namespace EdgeNode.CloudSync.Tests;

/// <summary>A way to the broker that can be frozen (half open: nothing arrives, nothing is refused) or cut.</summary>
internal sealed class Proxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly List<TcpClient> _open = [];
    private readonly List<Task> _running = [];
    private readonly int _target;
    private TaskCompletionSource _flows = Flowing();

    public Proxy(int target)
    {
        _target = target;
        _listener.Start();
        _running.Add(Accept());
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

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
                var near = await _listener.AcceptTcpClientAsync(_stop.Token);
                var far = new TcpClient();
                lock (_gate)
                {
                    _open.AddRange([near, far]);
                }

                _running.Add(Join(near, far));
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
            await Task.WhenAll(Copy(near, far), Copy(far, near));
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or SocketException or InvalidOperationException)
        {
            near.Dispose();
            far.Dispose();
        }
    }

    private async Task Copy(TcpClient from, TcpClient to)
    {
        var buffer = new byte[16 * 1024];
        while (await from.GetStream().ReadAsync(buffer, _stop.Token) is var read and > 0)
        {
            await _flows.Task;
            await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
        }

        to.Dispose();
    }
}
