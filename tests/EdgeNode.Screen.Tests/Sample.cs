using System.Collections.Immutable;
using EdgeNode.Core;
using EdgeNode.Screen;

namespace EdgeNode.Screen.Tests;

/// <summary>A picture with everything in it, and a source whose picture the test changes.</summary>
internal sealed class Sample : ISiteViews
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.FromHours(1));
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SiteView Current { get; private set; } = View("Brussels Canal");

    public Task Changed => Volatile.Read(ref _changed).Task;

    public static SiteView View(string name) => new(
        1, new("here"), name, new(TimeSpan.Zero, Noon, ClockTrust.Holdover), Noon,
        [
            new(new("street"), "Street", DoorMode.Locked, true, ContactState.Open, DoorAlarm.DoorForcedOpen, true, false),
            new(new("host"), "Host", DoorMode.Accessed, false, ContactState.Unknown, DoorAlarm.PreAlarm, false, true),
        ],
        [.. Enum.GetValues<DeskStatus>().Select(status => new DeskView(new($"{status}".ToLowerInvariant()), $"Desk {status}", status))],
        [new(new("r1"), "Room", DeskStatus.Free, Noon)],
        3, 4,
        [new(7, Noon, ClockTrust.Trusted, new JournalFact.AccessDenied(new("street-in"), DenyReason.TooEarly, [DenyReason.TooEarly], Noon.AddHours(1), 1), "Street")],
        new(true, 7, false, 5, null, 1, 2, null, ["Something is wrong. Mend it."]));

    /// <summary>One badge in the drawer, one out and one overdue; two who might be handed one.</summary>
    public static LoanDesk Loans { get; } = new(
        [new("L7")],
        [new(new("L1"), LoanStatus.Out, Noon.AddHours(5), new("m-1")), new(new("L2"), LoanStatus.Overdue, Noon.AddHours(-18), new("m-2"))],
        [new(new("m-3"), new BookingId("b-3"), "Desk 4", Noon.AddHours(1)), new(new("staff-1"), null, "", null)]);

    /// <summary>Four people in two zones, one of whom has gone home.</summary>
    public static RollCall Call() => new(
        null,
        [
            new(new("m-1"), "Desks", Noon.AddMinutes(-10), "Desk 1", false),
            new(new("m-2"), "Desks", Noon.AddHours(-3), null, false),
            new(new("m-3"), "Host", Noon.AddMinutes(-70), null, false),
            new(new("m-4"), "", Noon.AddMinutes(-5), null, true),
        ],
        1,
        2,
        new(2, 3, 4));

    public void Change(SiteView view)
    {
        Current = view with { Revision = Current.Revision + 1 };
        Interlocked.Exchange(ref _changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }
}
