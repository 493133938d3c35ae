using System.Threading.Channels;
using EdgeNode.Core;

namespace EdgeNode.Hardware;

/// <summary>The keys of one keypad become codes: # ends one, * begins anew, and so does a pause. The digits leave the driver only as a code, which prints redacted.</summary>
/// <param name="accessPoint">Where the keypad hangs.</param>
/// <param name="key">Turns codes into tokens.</param>
/// <param name="events">Where events go.</param>
public sealed class KeypadEntry(AccessPointId accessPoint, IdentifierKey key, ChannelWriter<SiteEvent> events)
{
    /// <summary>The longest code; more keys begin anew.</summary>
    public const int Longest = 16;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private string _digits = "";
    private TimeSpan _last;

    /// <summary>Takes one key, 0 to 9, * or #.</summary>
    /// <param name="pressed">The key.</param>
    /// <param name="at">When, on the node's uptime.</param>
    public void Press(char pressed, TimeSpan at)
    {
        string? code;
        lock (_lock)
        {
            var digits = at - _last > Pause ? "" : _digits;
            _last = at;
            code = pressed == '#' && digits.Length > 0 ? digits : null;
            _digits = !char.IsAsciiDigit(pressed) || digits.Length == Longest ? "" : digits + pressed;
        }

        if (code is not null)
        {
            var entered = new PinCode(code);
            events.TryWrite(new SiteEvent.CodeEntered(accessPoint, key.Tokenise(entered), entered, at));
        }
    }
}
