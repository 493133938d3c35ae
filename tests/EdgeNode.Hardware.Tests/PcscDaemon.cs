using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using EdgeNode.Hardware.Simulated;

namespace EdgeNode.Hardware.Tests;

/// <summary>
/// A PC/SC daemon with a virtual reader, in a mount and a network namespace of its own: the machine's daemon stays as it is, and the
/// virtual reader, which listens at all addresses, is heard by nobody else.
/// </summary>
internal sealed partial class PcscDaemon : IDisposable
{
    private const int Port = 35963;
    private const int NetworkNamespace = 0x40000000;
    private readonly string _folder = Directory.CreateTempSubdirectory("edgenode-pcsc-").FullName;
    private Process? _daemon;

    public PcscDaemon()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "conf"));
        Directory.CreateDirectory(Path.Combine(_folder, "run"));
        File.WriteAllText(Path.Combine(_folder, "conf", "vpcd"), $"""
            FRIENDLYNAME "Virtual PCD"
            DEVICENAME /dev/null:{Port}
            LIBPATH /usr/lib/pcsc/drivers/serial/libifdvpcd.so
            CHANNELID {Port}

            """);
        _ = setenv("PCSCLITE_CSOCK_NAME", Path.Combine(_folder, "run", "pcscd.comm"), 1);
    }

    /// <summary>Starts it.</summary>
    public void Start()
    {
        const string Script = "ip link set lo up && mkdir -p /run/pcscd && mount --bind \"$1/run\" /run/pcscd && exec pcscd --foreground --config \"$1/conf\"";
        _daemon = Process.Start(new ProcessStartInfo("unshare", ["--mount", "--net", "sh", "-c", Script, "sh", _folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
    }

    /// <summary>Lays a card on the virtual reader, from inside its network.</summary>
    public VirtualCard Lay(byte[] uid, bool answers = true)
    {
        VirtualCard? card = null;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                using var network = File.OpenHandle($"/proc/{_daemon!.Id}/ns/net");
                Assert(setns((int)network.DangerousGetHandle(), NetworkNamespace) == 0);
                card = new(Port, uid, answers);
            }
            catch (Exception trouble) when (trouble is IOException or SocketException or InvalidOperationException)
            {
                failure = trouble;
            }
        });
        thread.Start();
        thread.Join();
        return card ?? throw new InvalidOperationException("The card finds no virtual reader.", failure);
    }

    /// <summary>Kills it.</summary>
    public void Kill()
    {
        _daemon?.Kill();
        _daemon?.WaitForExit();
        _daemon?.Dispose();
        _daemon = null;
    }

    public void Dispose()
    {
        Kill();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Assert(bool done)
    {
        if (!done)
        {
            throw new InvalidOperationException($"setns failed with {Marshal.GetLastPInvokeError()}; the tests need root.");
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int setns(int file, int kind);
}
