using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>What was seen of a door since the last look.</summary>
/// <param name="Contact">What its contact reads.</param>
/// <param name="Opened">Whether the contact told an opening.</param>
/// <param name="ExitAsked">Whether the exit button was heard.</param>
/// <param name="Fire">What the fire input reads; null = it has told nothing yet.</param>
internal sealed record DoorSeen(ContactState Contact, bool Opened, bool ExitAsked, bool? Fire)
{
    /// <summary>With one event more.</summary>
    public DoorSeen With(SiteEvent @event) => @event switch
    {
        SiteEvent.ContactChanged changed => this with { Contact = changed.Contact, Opened = Opened || (Contact == ContactState.Closed && changed.Contact == ContactState.Open) },
        SiteEvent.RequestToExit => this with { ExitAsked = true },
        SiteEvent.FireInputChanged fire => this with { Fire = fire.Active },
        _ => this,
    };
}
