using System.Runtime.InteropServices;

namespace EdgeNode.Hardware;

/// <summary>The one thread that waits for edges of a chip's inputs and tells them in the order of their lines' queues.</summary>
internal sealed partial class EdgeThread : IDisposable
{
    private const int NonBlocking = 0x800;
    private readonly object _gate = new();
    private readonly List<OpenLine> _lines = [];
    private readonly GpioDevice.Edge[] _edges = new GpioDevice.Edge[64];
    private readonly Thread _thread;
    private readonly int _wake = eventfd(0, NonBlocking);
    private OpenLine[] _waitedFor = [];
    private bool _stop;

    public EdgeThread()
    {
        _thread = new(Run) { IsBackground = true, Name = "gpio edges", Priority = ThreadPriority.Highest };
        _thread.Start();
    }

    public void Watch(OpenLine line)
    {
        lock (_gate)
        {
            _lines.Add(line);
        }

        Wake();
    }

    /// <summary>After this the line's file may be closed. A file that is waited for would stay the kernel's, and the line taken.</summary>
    public void Leave(OpenLine line)
    {
        lock (_gate)
        {
            _lines.Remove(line);
            Wake();
            while (_waitedFor.Contains(line))
            {
                Monitor.Wait(_gate);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _stop = true;
        }

        Wake();
        _thread.Join();
        _ = GpioDevice.close(_wake);
    }

    private void Wake()
    {
        ulong one = 1;
        _ = write(_wake, ref one, sizeof(ulong));
    }

    private void Run()
    {
        while (Begin() is { } lines)
        {
            LinuxTty.PollRequest[] requests =
                [new() { File = _wake, Events = LinuxTty.PollIn }, .. lines.Select(line => new LinuxTty.PollRequest { File = line.File, Events = LinuxTty.PollIn })];
            var ready = poll(requests, (nuint)requests.Length, -1) > 0;
            ulong drained = 0;
            _ = read(_wake, ref drained, sizeof(ulong));
            End();
            for (var index = 0; ready && index < lines.Length; index++)
            {
                if (requests[index + 1].Found != 0)
                {
                    Tell(lines[index]);
                }
            }
        }
    }

    private OpenLine[]? Begin()
    {
        lock (_gate)
        {
            _waitedFor = [.. _lines];
            return _stop ? null : _waitedFor;
        }
    }

    private void End()
    {
        lock (_gate)
        {
            _waitedFor = [];
            Monitor.PulseAll(_gate);
        }
    }

    private void Tell(OpenLine line)
    {
        int count;
        lock (_gate)
        {
            if (!_lines.Contains(line))
            {
                return;
            }

            count = GpioDevice.ReadEdges(line.File, _edges);
            if (count < 0)
            {
                // A chip that was unplugged stays readable for ever: it is not asked again.
                _lines.Remove(line);
            }
        }

        for (var index = 0; index < count; index++)
        {
            line.Tell(this, _edges[index]);
        }
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int poll([In, Out] LinuxTty.PollRequest[] requests, nuint count, int timeout);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int eventfd(uint count, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int file, ref ulong value, nuint count);

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint read(int file, ref ulong value, nuint count);
}
