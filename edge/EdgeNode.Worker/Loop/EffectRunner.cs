using System.Collections.Immutable;
using EdgeNode.Core;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Worker;

/// <summary>Runs effects in their order: journal, strike, reader.</summary>
public sealed class EffectRunner(Action<JournalFact, Moment> record, SiteOutputs outputs, PinChecks pins, ILogger<SiteLoop> log)
{
    /// <summary>Runs every effect of one step; a failing output is logged and does not keep the next from running.</summary>
    public void Run(ImmutableArray<Effect> effects, Moment now)
    {
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case Effect.Record fact:
                    record(fact.Fact, now);
                    break;
                case Effect.ReleaseStrike release:
                    Try(release.Door.Value, () => outputs.Release(release.Door, release.AtMost));
                    break;
                case Effect.HoldStrike hold:
                    Try(hold.Door.Value, () => outputs.Hold(hold.Door, hold.AtMost));
                    break;
                case Effect.RelockStrike relock:
                    Try(relock.Door.Value, () => outputs.Relock(relock.Door));
                    break;
                case Effect.VerifyPin asked:
                    pins.Begin(asked);
                    break;
                case Effect.SignalReader signal:
                    Try(signal.AccessPoint.Value, () => outputs.Signal(signal.AccessPoint, signal.Signal));
                    break;
            }
        }
    }

    /// <summary>What a person at a reader, or the network, gets when the step itself failed; nothing for other events.</summary>
    public static ImmutableArray<Effect> Refusal(SiteEvent @event, long policy)
    {
        if (@event is SiteEvent.UnlockCommanded unlock)
        {
            return [new Effect.Record(new JournalFact.CommandDropped(unlock.Command, CommandDropReason.Fault))];
        }

        AccessPointId? at = @event switch
        {
            SiteEvent.IdentifierPresented tap => tap.AccessPoint,
            SiteEvent.CodeEntered code => code.AccessPoint,
            SiteEvent.PinVerified verified => verified.AccessPoint,
            _ => null,
        };
        return at is not { } accessPoint ? [] :
        [
            new Effect.Record(new JournalFact.AccessDenied(accessPoint, DenyReason.Fault, [DenyReason.Fault], null, policy)),
            new Effect.SignalReader(accessPoint, ReaderSignal.Denied),
        ];
    }

    private void Try(string place, Action output)
    {
        try
        {
            output();
        }
        catch (Exception fault) when (fault is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            log.OutputFailed(fault, place);
        }
    }
}
