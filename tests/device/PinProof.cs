using System.Device.Gpio;
using System.Threading.Channels;
using EdgeNode.Core;
using EdgeNode.Hardware;

namespace EdgeNode.Device;

/// <summary>What the pin layer promises, on the lines of a real kernel. Each proof gives null, or what went wrong.</summary>
internal sealed class PinProof(GpioController chip, SimulatedPins outside)
{
    private const string Card = "00101101001011010010110101";
    private const int D0 = 0;
    private const int D1 = 1;
    private const int Contact = 2;
    private const int Strike = 4;
    private static readonly IdentifierKey Key = new([.. Enumerable.Range(1, 32).Select(value => (byte)value)]);
    private static readonly AccessPointId Reader = new("street-in");
    private static readonly DoorId Door = new("street");
    private readonly Channel<SiteEvent> _events = Channel.CreateUnbounded<SiteEvent>();

    /// <summary>A level that locks when high is there from the first moment.</summary>
    public string? A_strike_that_locks_with_a_high_line_opens_locked()
    {
        using var strike = new StrikeOutput(chip, new(Strike, ActiveHigh: false, PowerReleases: true), Door, _events.Writer, TimeProvider.System);
        return outside.IsHigh(Strike) ? null : "the line is low after opening";
    }

    public string? A_taken_line_is_refused_with_its_cure()
    {
        using var strike = new StrikeOutput(chip, new(Strike, true, true), Door, _events.Writer, TimeProvider.System);
        using var other = GpioChips.Open("gpio-sim-edge");
        try
        {
            other.OpenPin(Strike, PinMode.Output, PinValue.High);
            return "a second owner got the line";
        }
        catch (HardwareMissingException refusal)
        {
            return refusal.Message.Contains("gpioinfo", StringComparison.Ordinal) && !outside.IsHigh(Strike) ? null : refusal.Message;
        }
    }

    /// <summary>
    /// Taps arrive as edges; the strike is read back from outside. Prints how long that took. The simulated interrupt may merge
    /// two edges on a loaded machine: such a card must be a fault, and is tapped again.
    /// </summary>
    public string? Every_card_opens_the_strike(int cards)
    {
        outside.Idle(D0, D1);
        using var strike = new StrikeOutput(chip, new(Strike, true, true), Door, _events.Writer, TimeProvider.System);
        using var reader = OpenReader();
        var took = new List<double>();
        for (var tap = 0; took.Count < cards && tap < 2 * cards; tap++)
        {
            var lastBit = outside.Play(Card, D0, D1);
            switch (Next())
            {
                case SiteEvent.ReadFaulty:
                    continue;
                case SiteEvent.IdentifierPresented read when read.Token == Key.Tokenise(Card):
                    strike.Release(TimeSpan.FromSeconds(1));
                    if (!outside.Becomes(Strike, true))
                    {
                        return "the strike did not move";
                    }

                    took.Add(TimeProvider.System.GetElapsedTime(lastBit).TotalMilliseconds);
                    strike.Relock();
                    break;
                case var other:
                    return $"tap {tap} was read as {other}";
            }
        }

        took.Sort();
        Console.WriteLine(took.Count == 0 ? "" : FormattableString.Invariant(
            $"figure  last edge of a card to strike line, {WiegandReader.Gap.TotalMilliseconds:0} ms of them the frame's gap: p50 {took[took.Count / 2]:0.0} ms, p99 {took[(took.Count - 1) * 99 / 100]:0.0} ms ({took.Count} taps; the machine's own time, 8 ns an instruction)"));
        return took.Count == cards ? null : $"only {took.Count} of {cards} cards were read";
    }

    public string? A_card_that_waits_in_the_kernel_is_read_in_its_order() => Held(Card, read => read switch
    {
        SiteEvent.IdentifierPresented tap => tap.Token == Key.Tokenise(Card) ? "" : "its bits were mixed up",
        _ => null,
    });

    public string? Edges_lost_in_the_kernel_make_the_frame_a_fault() => Held(new('1', 300), read => read switch
    {
        SiteEvent.ReadFaulty { Fault: ReadFault.Noise } => "",
        SiteEvent.IdentifierPresented => "it was read as a card",
        _ => null,
    });

    public string? A_bouncing_contact_is_told_once()
    {
        using var contact = new ContactInput(chip, Contact, closedWhenShut: true, Door, _events.Writer, TimeProvider.System);
        // Now, since this chip's pull is the outside's own.
        outside.Set(Contact, false);
        var first = Next();
        if ((first is SiteEvent.ContactChanged { Contact: ContactState.Open } ? Next() : first) is not SiteEvent.ContactChanged { Contact: ContactState.Closed })
        {
            return "its first state was not told";
        }

        for (var bounce = 0; bounce < 9; bounce++)
        {
            outside.Set(Contact, bounce % 2 == 0);
        }

        return Next() is SiteEvent.ContactChanged { Contact: ContactState.Open } && !_events.Reader.TryRead(out _) ? null : "it was not told as open, once";
    }

    // Plays bits while nobody takes them; verdict: "" = right, null = the simulated interrupt merged edges, once more.
    private string? Held(string bits, Func<SiteEvent?, string?> verdict)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            outside.Idle(D0, D1);
            using var reader = OpenReader();
            using var held = new ManualResetEventSlim();
            HoldEdgesUntil(held, () => outside.Play(bits, D0, D1));
            if (verdict(Next()) is { } found)
            {
                return found.Length == 0 ? null : found;
            }
        }

        return "nobody noticed, five times";
    }

    private WiegandReader OpenReader()
    {
        while (_events.Reader.TryRead(out _))
        {
            // What an earlier proof left behind.
        }

        var start = TimeProvider.System.GetTimestamp();
        return new(
            chip, new(D0, D1, null, null), Reader, ["H10301"], Key, _events.Writer, TimeProvider.System, () => TimeProvider.System.GetElapsedTime(start));
    }

    // The thread that tells edges is kept busy by an edge of another line, as a loaded machine would.
    private void HoldEdgesUntil(ManualResetEventSlim held, Action act)
    {
        const int Other = 3;
        using var reached = new ManualResetEventSlim();
        outside.Set(Other, true);
        chip.OpenPin(Other, PinMode.InputPullUp);
        chip.RegisterCallbackForPinValueChangedEvent(Other, PinEventTypes.Falling, (_, _) =>
        {
            reached.Set();
            held.Wait(TimeSpan.FromSeconds(10));
        });
        outside.Set(Other, false);
        reached.Wait(TimeSpan.FromSeconds(5));
        act();
        held.Set();
        chip.ClosePin(Other);
    }

    private SiteEvent? Next()
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            return _events.Reader.ReadAsync(bound.Token).AsTask().GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
