using System.ComponentModel;

namespace EdgeNode.Hardware.Tests;

/// <summary>Two real terminals of the kernel, joined as by a cable: what is written to one is read at the other.</summary>
internal sealed class TerminalPair : IDisposable
{
    private readonly PseudoTerminal _one = new();
    private readonly PseudoTerminal _other = new();

    public TerminalPair()
    {
        _one.Hold();
        _other.Hold();
        Join(_one, _other);
        Join(_other, _one);
    }

    public string One => _one.Path;

    public string Other => _other.Path;

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    private static void Join(PseudoTerminal from, PseudoTerminal to) => new Thread(() =>
    {
        var bytes = new byte[2048];
        try
        {
            while (from.Receive(bytes) is > 0 and var count)
            {
                to.Send(bytes.AsSpan(0, count));
            }
        }
        catch (Win32Exception)
        {
            // The cable was taken away with bytes still in it.
        }
    }) { IsBackground = true }.Start();
}
