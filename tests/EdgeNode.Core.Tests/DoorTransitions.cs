using System.Text;
using EdgeNode.Core;

namespace EdgeNode.Core.Tests;

/// <summary>The door machine as a table that a person can read: every state, every input, what it becomes and what is done.</summary>
internal static class DoorTransitions
{
    private static readonly Moment Now = new(TimeSpan.FromHours(1), World.Nine, ClockTrust.Trusted);
    private static readonly CredentialHolder Holder = new(new("holder"), HolderClass.Member, new("here"), [], null, false);

    private static readonly (string Name, DoorInput Input)[] Inputs =
    [
        ("tap in granted", new DoorInput.Grant(new(new("street-in"), Direction.In, Holder, null), false)),
        ("network unlocks once", new DoorInput.RemoteUnlock("c1")),
        ("exit button", new DoorInput.RequestToExit()),
        ("contact opens", new DoorInput.ContactChanged(ContactState.Open)),
        ("contact closes", new DoorInput.ContactChanged(ContactState.Closed)),
        ("contact's wire is cut", new DoorInput.WireChanged(DoorWire.Contact, WireCondition.Cut)),
        ("exit button is shorted", new DoorInput.WireChanged(DoorWire.ExitButton, WireCondition.Short)),
        ("housing is opened", new DoorInput.WireChanged(DoorWire.Tamper, WireCondition.Tampered)),
        ("time passes", new DoorInput.TimePassed()),
        ("dead-man cuts", new DoorInput.StrikeCutOff()),
        .. Enum.GetValues<DoorCommand>().Select(command => ($"command {command}", (DoorInput)new DoorInput.Commanded(command, CommandSource.Screen, null))),
    ];

    public static string Table()
    {
        var table = new StringBuilder();
        foreach (var (name, state) in States())
        {
            table.Append(name).Append('\n');
            foreach (var (input, value) in Inputs)
            {
                var step = DoorMachine.Step(state, value, World.Street, Now);
                table.Append($"  {input,-24} -> {Name(step.State),-44} {string.Join(", ", step.Effects.Select(Word))}".TrimEnd()).Append('\n');
            }
        }

        return table.ToString();
    }

    private static IEnumerable<(string Name, DoorState State)> States() =>
        from standing in Enum.GetValues<DoorMode>().Where(mode => mode != DoorMode.Accessed)
        from accessed in new[] { false, true }
        from contact in new[] { ContactState.Closed, ContactState.Open }
        let state = DoorState.Initial with
        {
            Standing = standing,
            Contact = contact,
            OpenedAt = contact == ContactState.Open ? Now.Uptime - TimeSpan.FromSeconds(1) : null,
            RelockAt = accessed ? Now.Uptime + TimeSpan.FromSeconds(2) : null,
            RenewAt = standing.IsReleased() ? Now.Uptime + TimeSpan.FromSeconds(9) : null,
        }
        select (Name(state), state);

    private static string Name(DoorState state) =>
        $"{state.Standing}{(state.RelockAt is null ? "" : ", accessed")}, {state.Contact}".ToLowerInvariant() + (state.Alarm == DoorAlarm.Normal ? "" : $", {state.Alarm}");

    private static string Word(Effect effect) => effect switch
    {
        Effect.ReleaseStrike release => $"release {release.AtMost.TotalSeconds} s",
        Effect.HoldStrike hold => $"hold {hold.AtMost.TotalSeconds} s",
        Effect.RelockStrike => "relock",
        Effect.Record { Fact: JournalFact.DoorCommanded commanded } => commanded.Taken ? "journal: taken" : "journal: refused",
        Effect.Record record => $"journal: {record.Fact.GetType().Name}",
        _ => effect.GetType().Name,
    };
}
