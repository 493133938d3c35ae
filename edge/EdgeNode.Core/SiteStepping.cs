using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>One step of the site in the making.</summary>
internal sealed class SiteStepping(SiteState state, Moment now)
{
    private ImmutableArray<Effect>.Builder? _effects;

    public SiteState State { get; set; } = state;

    public Moment Now { get; } = now;

    public SiteDefinition Site => State.Definition;

    public void Record(JournalFact fact) => Add(new Effect.Record(fact));

    public void Signal(AccessPointId accessPoint, ReaderSignal signal) => Add(new Effect.SignalReader(accessPoint, signal));

    public void Add(Effect effect)
    {
        (_effects ??= ImmutableArray.CreateBuilder<Effect>()).Add(effect);
        if (effect is Effect.Record { Fact: var fact } && State.Presence.Follow(fact, Now.Wall, Site) is var presence && presence != State.Presence)
        {
            State = State with { Presence = presence };
        }
    }

    public SiteStep Done() => new(State with { Now = Now }, _effects?.ToImmutable() ?? []);
}
