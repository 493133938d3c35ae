using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>
/// A USB reader behind the PC/SC daemon. It may be pulled and put back, and the daemon may end and come back: the reader is down
/// meanwhile, and nothing is asked in a busy loop. The UID becomes a token here; no card number leaves the driver.
/// </summary>
public sealed unsafe class PcscReader : IReader
{
    private const nuint LookAtStopMs = 300;
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(1);
    private static readonly byte[] GetUid = [0xFF, 0xCA, 0, 0, 0];
    private readonly string? _wanted;
    private readonly AccessPointId _accessPoint;
    private readonly IdentifierKey _key;
    private readonly ChannelWriter<SiteEvent> _events;
    private readonly DeviceHealth _health;
    private readonly Func<TimeSpan> _uptime;
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;

    /// <summary>Begins to look for the reader.</summary>
    /// <param name="wanted">Part of the reader's name; null = the first there is.</param>
    /// <param name="accessPoint">Where it stands.</param>
    /// <param name="key">Turns UIDs into tokens.</param>
    /// <param name="events">Where events go.</param>
    /// <param name="health">Its record.</param>
    /// <param name="uptime">The node's uptime.</param>
    public PcscReader(
        string? wanted, AccessPointId accessPoint, IdentifierKey key, ChannelWriter<SiteEvent> events, DeviceHealth health, Func<TimeSpan> uptime)
    {
        (_wanted, _accessPoint, _key, _events, _health, _uptime) = (wanted, accessPoint, key, events, health, uptime);
        _thread = new(Run) { IsBackground = true, Name = $"pcsc {accessPoint}" };
        _thread.Start();
    }

    /// <summary>Nothing: such a reader's light is its own.</summary>
    public void Signal(ReaderSignal signal)
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
    }

    private void Run()
    {
        do
        {
            try
            {
                Serve();
            }
            catch (Exception trouble) when (trouble is PcscTrouble or DllNotFoundException)
            {
                _health.Failed(_uptime(), trouble is PcscTrouble ? trouble.Message : "libpcsclite is missing. Install it: apt install libpcsclite1 pcscd");
            }

            Link(up: false);
        }
        while (!_stop.Wait(AskAgain));
    }

    private void Serve()
    {
        Check("SCardEstablishContext", PcscLibrary.SCardEstablishContext(PcscLibrary.ScopeSystem, 0, 0, out var context));
        try
        {
            if (Find(context) is { } reader)
            {
                Watch(context, reader);
            }
        }
        finally
        {
            _ = PcscLibrary.SCardReleaseContext(context);
        }
    }

    private string? Find(nint context)
    {
        nuint length = 0;
        var code = PcscLibrary.SCardListReaders(context, null, null, ref length);
        if ((uint)code == PcscLibrary.NoReaders)
        {
            return null;
        }

        Check("SCardListReaders", code);
        var names = new byte[length];
        fixed (byte* start = names)
        {
            Check("SCardListReaders", PcscLibrary.SCardListReaders(context, null, start, ref length));
        }

        return System.Text.Encoding.UTF8.GetString(names).Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(name => _wanted is null || name.Contains(_wanted, StringComparison.OrdinalIgnoreCase));
    }

    private void Watch(nint context, string reader)
    {
        fixed (byte* name = System.Text.Encoding.UTF8.GetBytes(reader + '\0'))
        {
            // A card that lies there from before the start is no tap.
            var first = true;
            var state = new PcscLibrary.ReaderState { Reader = (nint)name };
            while (!_stop.IsSet)
            {
                var code = PcscLibrary.SCardGetStatusChange(context, LookAtStopMs, ref state, 1);
                if ((uint)code == PcscLibrary.Timeout)
                {
                    continue;
                }

                Check("SCardGetStatusChange", code);
                if ((state.Event & PcscLibrary.ReaderGone) != 0)
                {
                    return;
                }

                var isNew = (state.Event & PcscLibrary.CardPresent) != 0 && (state.Current & PcscLibrary.CardPresent) == 0;
                if (isNew && !first)
                {
                    Read(context, reader);
                }

                Link(up: true);
                (state.Current, first) = (state.Event, false);
            }
        }
    }

    private void Read(nint context, string reader)
    {
        var at = _uptime();
        try
        {
            using var card = PcscCard.Open(context, reader);
            var uid = CardUid.Of(card.Exchange(GetUid));
            _health.Seen(at);
            _events.TryWrite(uid is null
                ? new SiteEvent.ReadFaulty(_accessPoint, ReadFault.Length)
                : new SiteEvent.IdentifierPresented(_accessPoint, _key.Tokenise(uid), at));
        }
        catch (PcscTrouble gone)
        {
            // Taken away too soon: to be tapped again.
            _health.Failed(at, gone.Message);
            _events.TryWrite(new SiteEvent.ReadFaulty(_accessPoint, ReadFault.Noise));
        }
    }

    private void Link(bool up)
    {
        if (_health.Up != up)
        {
            _health.Link(up, _uptime());
            _events.TryWrite(new SiteEvent.ReaderLinkChanged(_accessPoint, up));
        }
    }

    private static void Check(string call, nint code)
    {
        if ((uint)code != PcscLibrary.Success)
        {
            throw new PcscTrouble(call, code);
        }
    }
}
