using System.Threading.Channels;
using EdgeNode.Core;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Worker;

/// <summary>
/// The only place where something happens: one event in, one step, effects out in order. Driven by <see cref="RunAsync"/>
/// on a site, or by <see cref="Drain"/>, <see cref="PassTime"/> and <see cref="Look"/> in a simulated world, one thread at a time.
/// </summary>
public sealed class SiteLoop(
    SiteState initial, ChannelReader<SiteEvent> events, SiteClock clock, EffectRunner effects, TimeProvider time, ILogger<SiteLoop> log)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <summary>The state after the last step.</summary>
    public SiteState State { get; private set; } = initial;

    /// <summary>What the loop waits for; null = only the world can change something.</summary>
    public Deadline? Next { get; private set; }

    /// <summary>The clock that stamps events.</summary>
    public SiteClock Clock => clock;

    /// <summary>Raised after each step, in the loop's own thread.</summary>
    public event Action? Stepped;

    /// <summary>Takes every event that waits; returns how many.</summary>
    public int Drain()
    {
        var count = 0;
        for (; events.TryRead(out var @event); count++)
        {
            Take(@event);
        }

        return count;
    }

    /// <summary>Steps once when the deadline is due.</summary>
    public void PassTime()
    {
        if (Next is { } due && due.Uptime <= clock.Uptime)
        {
            Look();
        }
    }

    /// <summary>Steps once on nothing but the clocks.</summary>
    public void Look() => Take(new SiteEvent.TimePassed());

    /// <summary>Done when an event waits.</summary>
    public Task WhenEventAsync(CancellationToken cancellation) => events.WaitToReadAsync(cancellation).AsTask();

    /// <summary>Runs until cancelled, then takes what is still waiting.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            if (Drain() == 0)
            {
                Look();
            }

            await WaitAsync(cancellation);
        }

        Drain();
    }

    // A jump of the wall clock moves wall deadlines, so the loop looks again at least every second.
    private async Task WaitAsync(CancellationToken cancellation)
    {
        var left = Next?.Uptime - clock.Uptime ?? LookAgain;
        var patience = left < TimeSpan.Zero ? TimeSpan.Zero : left < LookAgain ? left : LookAgain;
        using var elapsed = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(elapsed.Token, cancellation);
        await WhenEventAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Take(SiteEvent @event)
    {
        var now = clock.Now();
        var step = Decide(@event, now);
        State = step.State;
        effects.Run(step.Effects, now);
        Next = Site.NextDeadline(State);
        Stepped?.Invoke();
    }

    // A fault inside a step must never grant: the state stays as it was and the person at the reader is refused.
    private SiteStep Decide(SiteEvent @event, Moment now)
    {
        try
        {
            return Site.Step(State, @event, now);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            log.StepFailed(fault, @event.GetType().Name);
            return new(State, EffectRunner.Refusal(@event, State.Policy.Version));
        }
    }
}
