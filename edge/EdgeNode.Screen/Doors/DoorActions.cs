using System.Collections.Immutable;
using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>Which action is which command, and when it makes sense.</summary>
internal static class DoorActions
{
    /// <summary>For how many minutes a door can be unlocked.</summary>
    public static readonly ImmutableArray<int> Minutes = [5, 15, 30, 60, 120];

    private static readonly TimeSpan Undoable = TimeSpan.FromSeconds(60);

    public static DoorCommand Command(this DoorAction action) => action switch
    {
        DoorAction.OpenOnce => DoorCommand.Access,
        DoorAction.OpenFor => DoorCommand.Unlock,
        DoorAction.LockDown => DoorCommand.LockDown,
        DoorAction.Release => DoorCommand.LockDownRelease,
        DoorAction.ReleaseOpen => DoorCommand.LockOpenRelease,
        _ => DoorCommand.Lock,
    };

    /// <summary>What a door takes now and would change something.</summary>
    public static IEnumerable<DoorAction> Of(DoorView door) => Enum.GetValues<DoorAction>().Where(action => (action, door.Mode) switch
    {
        (DoorAction.Lock, DoorMode.Locked or DoorMode.DoubleLocked) => false,
        (DoorAction.OpenOnce or DoorAction.OpenFor, DoorMode.Unlocked) => false,
        (DoorAction.OpenFor, _) when door.Acceptance == DoorAcceptance.Missing => false,
        _ => door.Mode.Takes(action.Command()),
    });

    /// <summary>What takes back the last thing that somebody did with a door within the last minute, and the record of that; null when there is none.</summary>
    public static (DoorAction Action, long Record)? Undo(SiteView view, DoorId door, HolderRef by) => view.Feed.FirstOrDefault(item => item.Fact is JournalFact.DoorCommanded && item.Door == door) is { } last
        && last.Fact is JournalFact.DoorCommanded { Taken: true, Source: CommandSource.Screen } done
        && done.Who?.Holder == by
        && view.LocalTime - last.LocalTime < Undoable
        ? done.Command switch
        {
            DoorCommand.Access or DoorCommand.Unlock => (DoorAction.Lock, last.Sequence),
            DoorCommand.LockDown => (DoorAction.Release, last.Sequence),
            _ => null,
        }
        : null;
}
