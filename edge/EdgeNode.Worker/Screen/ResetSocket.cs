using System.Net.Sockets;
using System.Text;
using EdgeNode.Screen;

namespace EdgeNode.Worker;

/// <summary>
/// A socket in the store's own folder, open to the user of the service and to root alone: one line with a name comes in, one line with
/// a code to set a new password goes out.
/// </summary>
internal sealed class ResetSocket : IAsyncDisposable
{
    private const int LongestName = 200;
    private const string Refused = "!";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Socket _socket;
    private readonly CancellationTokenSource _stop = new();
    private readonly Accounts _accounts;
    private readonly Task _running;

    private ResetSocket(Socket socket, Accounts accounts)
    {
        (_socket, _accounts) = (socket, accounts);
        _running = Task.Run(ServeAsync);
    }

    /// <summary>Listens from here on; null where the disk takes no socket: it keeps no node from starting.</summary>
    public static ResetSocket? Open(string folder, Accounts accounts)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.Delete(Place(folder));
            socket.Bind(new UnixDomainSocketEndPoint(Place(folder)));
            File.SetUnixFileMode(Place(folder), UnixFileMode.UserRead | UnixFileMode.UserWrite);
            socket.Listen();
            return new(socket, accounts);
        }
        catch (Exception refused) when (refused is IOException or SocketException or UnauthorizedAccessException or ArgumentException)
        {
            // An argument: the path is longer than a socket's may be.
            socket.Dispose();
            return null;
        }
    }

    /// <summary>Asks the running service for a code; null when nobody signs in with that name.</summary>
    /// <exception cref="SocketException">The service does not run.</exception>
    /// <exception cref="IOException">The service runs, and its disk refuses to keep a code.</exception>
    public static string? Ask(string folder, string name)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = (int)Patience.TotalMilliseconds };
        socket.Connect(new UnixDomainSocketEndPoint(Place(folder)));
        using var stream = new NetworkStream(socket);
        stream.Write(Encoding.UTF8.GetBytes(name + "\n"));
        var answer = new StreamReader(stream).ReadLine();
        return answer == Refused
            ? throw new IOException("The service's disk does not take a new code. Free space, or replace the card; it tells more in its own log.")
            : answer is { Length: > 0 } ? answer : null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _socket.Dispose();
        _stop.Dispose();
    }

    private static string Place(string folder) => Path.Combine(folder, "reset.socket");

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var caller = await _socket.AcceptAsync(_stop.Token);
                await AnswerAsync(caller);
            }
        }
        catch (Exception over) when (over is SocketException || (over is OperationCanceledException && _stop.IsCancellationRequested))
        {
            // The node ends, or the kernel gives no more callers: whoever asks is told that nobody answers, and a restart listens again.
        }
    }

    private string? Code(string name)
    {
        try
        {
            return _accounts.Reset(name);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Told to whoever asks, who is there to mend it.
            return Refused;
        }
    }

    private async Task AnswerAsync(Socket caller)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        patience.CancelAfter(Patience);
        try
        {
            await using var stream = new NetworkStream(caller);
            var buffer = new byte[LongestName];
            var read = await stream.ReadAsync(buffer, patience.Token);
            var name = Encoding.UTF8.GetString(buffer, 0, read).TrimEnd('\n');
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Code(name) + "\n"), patience.Token);
        }
        catch (Exception gone) when (gone is IOException or SocketException || (gone is OperationCanceledException && !_stop.IsCancellationRequested))
        {
            // The caller has gone, or says nothing: the next one is served.
        }
    }
}
