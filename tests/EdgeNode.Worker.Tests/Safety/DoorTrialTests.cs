using System.Text;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;
using EdgeNode.Store.Tests;

namespace EdgeNode.Worker.Tests;

/// <summary>Doors that are wired wrongly in one way at a time: the trial must name it with what to do, and sign nothing.</summary>
public sealed class DoorTrialTests : IDisposable
{
    private static readonly DoorWires Right = new(Strike: 17, ReleasedHigh: true, ReleasedWithoutPower: false, Contact: 27, ContactClosedWhenShut: true, Exit: 22, ExitActiveHigh: false);
    private readonly TemporaryFolder _folder = new();
    private readonly SigningKey _key = new(Encoding.ASCII.GetBytes(new string('k', 32)));
    private readonly StringWriter _written = new();

    public static TheoryData<string> Names => [.. Wrong.Keys];

    private static Dictionary<string, (Func<TrialWorld> World, string Told, string Cure)> Wrong { get; } = new()
    {
        ["a contact on the other terminal"] = (() => new(Right with { ContactClosedWhenShut = false }), "contact: swapped", "normally: open"),
        ["a contact that nothing is wired to"] = (() => new(Right with { Contact = null }), "contact: reads", "GPIO 27"),
        ["an exit button on the other terminal"] = (() => new(Right with { ExitActiveHigh = true }), "exit button: swapped", "NO, not NC"),
        ["an exit button that is dead"] = (() => new(Right) { ButtonIsDead = true }, "exit button: dead", "GPIO 22"),
        ["a lock on the other terminal of its relay"] = (() => new(Right with { ReleasedHigh = false }), "lock: swapped", "activeHigh: false"),
        ["a lock that never lets go"] = (() => new(Right) { LockIsDead = true }, "lock: does not let go", "GPIO 17"),
        ["a fail-safe lock where the file says fail-secure"] = (() => new(Right) { Lock = StrikeWiring.FailSafe }, "no power: is released", "wiring: failSafe"),
        ["a door without a way out"] = (() => new(Right) { HandleWorks = false }, "way out: DOES NOT OPEN FROM INSIDE", "panic bar"),
        ["a fire alarm on the other terminal"] = (() => new(Right, fireSwapped: true), "fire alarm: swapped", "fireInput:"),
    };

    public void Dispose()
    {
        _folder.Dispose();
        _key.Dispose();
    }

    [Fact]
    public async Task A_door_that_is_wired_rightly_is_tried_in_every_step_and_its_sheet_says_so()
    {
        using var world = new TrialWorld(Right);
        Assert.Equal(0, await Try(world, Site()));

        var fact = Assert.Single(new SafetySheets(Site()).Read(_key.PublicHex));
        Assert.Equal((DoorAcceptance.Valid, (string?)null), (fact.Acceptance, fact.Trouble));
        Assert.Equal(["contact", "exit button", "lock", "no power", "way out", "fire alarm"], fact.Sheet!.Steps.Select(step => step.Step));
        Assert.Equal(("installer-1", "FailSecure", world.Time.GetUtcNow().Date), (fact.Sheet.By, fact.Sheet.Lock, fact.SignedAt!.Value.UtcDateTime.Date));
        Assert.All(
            (string[])["SAFETY SHEET", "installer-1", "fail-secure: without power it stays locked", SafetyPage.Egress, "opens from inside by hand", fact.Sheet.Signature!, "by hand  ____"],
            words => Assert.Contains(words, _written.ToString(), StringComparison.Ordinal));
        Assert.True(world.IsFree, "the door's wires are let go of");
        Assert.Equal([true, false], world.Trace.Where(change => change.Pin == 17).Select(change => change.High));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_wired_wrongly_is_named_with_what_to_do_and_nothing_is_signed(string name)
    {
        var (make, told, cure) = Wrong[name];
        using var world = make();

        Assert.Equal(1, await Try(world, Site()));

        var lines = _written.ToString().Split('\n');
        var at = Array.FindIndex(lines, line => line.StartsWith("FAILED", StringComparison.Ordinal) && line.Contains(told, StringComparison.Ordinal));
        Assert.True(at >= 0, _written.ToString());
        Assert.Contains(cure, lines[at + 1], StringComparison.Ordinal);
        Assert.Equal(DoorAcceptance.Missing, Assert.Single(new SafetySheets(Site()).Read(_key.PublicHex)).Acceptance);
    }

    [Fact]
    public async Task Where_no_contact_is_fitted_the_person_is_asked_instead()
    {
        using var world = new TrialWorld(Right with { Contact = null });
        Assert.Equal(0, await Try(world, Site(contact: false)));
        Assert.DoesNotContain("contact", Assert.Single(new SafetySheets(Site(contact: false)).Read(_key.PublicHex)).Sheet!.Steps.Select(step => step.Step));
    }

    [Fact]
    public async Task Whoever_goes_away_in_the_middle_signs_nothing_and_leaves_the_door_locked()
    {
        using var world = new TrialWorld(Right);
        await Assert.ThrowsAsync<FormatException>(() => Try(world, Site(), patience: 6));
        Assert.Equal(DoorAcceptance.Missing, Assert.Single(new SafetySheets(Site()).Read(_key.PublicHex)).Acceptance);
        Assert.Equal([true, false], world.Trace.Where(change => change.Pin == 17).Select(change => change.High));
    }

    [Theory]
    [InlineData("{ pin: 17, wiring: failSecure }", "{ pin: 18, wiring: failSecure }")]
    [InlineData("{ pin: 17, wiring: failSecure }", "{ pin: 17, activeHigh: false, wiring: failSecure }")]
    [InlineData("{ pin: 17, wiring: failSecure }", "{ pin: 17, wiring: failSafe }")]
    [InlineData("contact: { pin: 27 }", "contact: { pin: 27, normally: open }")]
    [InlineData("contact: { pin: 27 }", "")]
    [InlineData("exitButton: { pin: 22 }", "exitButton: { pin: 22, activeHigh: true }")]
    [InlineData("fireInput: { chip: header, pin: 4 }", "")]
    [InlineData("id: namur-gare", "id: namur-2")]
    public async Task A_sheet_stands_for_the_wires_of_one_door_of_one_site(string old, string now)
    {
        using var world = new TrialWorld(Right);
        await Try(world, Site());
        var changed = Assert.Single(new SafetySheets(Read(Text().Replace(old, now, StringComparison.Ordinal))).Read(_key.PublicHex));
        Assert.Equal(DoorAcceptance.Missing, changed.Acceptance);
        Assert.NotNull(changed.Trouble);
        Assert.Equal(DoorAcceptance.Valid, Assert.Single(new SafetySheets(Read(Text().Replace("d0: 5", "d0: 6", StringComparison.Ordinal))).Read(_key.PublicHex)).Acceptance);
    }

    [Fact]
    public async Task A_sheet_that_was_changed_or_that_another_key_signed_does_not_count()
    {
        using var world = new TrialWorld(Right);
        await Try(world, Site());
        using var other = new SigningKey(Encoding.ASCII.GetBytes(new string('o', 32)));
        Assert.Contains("not signed with this site's key", Assert.Single(new SafetySheets(Site()).Read(other.PublicHex)).Trouble!, StringComparison.Ordinal);
        var file = _folder[Path.Combine("safety", "street.json")];
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Stop)).Replace("installer-1", "installer-2", StringComparison.Ordinal), Stop);
        Assert.Equal(DoorAcceptance.Missing, Assert.Single(new SafetySheets(Site()).Read(_key.PublicHex)).Acceptance);
        await File.WriteAllTextAsync(file, "{", Stop);
        Assert.Contains("damaged", Assert.Single(new SafetySheets(Site()).Read(_key.PublicHex)).Trouble!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_override_says_who_and_why_and_no_name_is_taken_for_a_reference()
    {
        using var world = new TrialWorld(Right);
        Assert.Equal(0, await Desk(world, Site()).OverrideAsync("installer-1", "lock fitted on Monday"));
        Assert.Equal((DoorAcceptance.Overridden, "lock fitted on Monday"), Assert.Single(new SafetySheets(Site()).Read(_key.PublicHex)) is var fact ? (fact.Acceptance, fact.Sheet!.Override) : default);
        Assert.Contains("NOT TRIED   lock fitted on Monday", _written.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await Desk(world, Site()).PrintAsync());
        Assert.Throws<FormatException>(() => AcceptCommand.Reference("An Installer"));
        Assert.Throws<FormatException>(() => AcceptCommand.Reference(null));
        Assert.Throws<FormatException>(() => AcceptCommand.Reason(" "));
        Assert.Contains("Its doors: street", Assert.Throws<FormatException>(() => AcceptCommand.Find(Site(), "back")).Message, StringComparison.Ordinal);
        Assert.Contains("gpio: none", Assert.Throws<FormatException>(() => AcceptCommand.Find(Read(Text() + "gpio: none\n"), "street")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_needs_its_date()
    {
        using var world = new TrialWorld(Right);
        world.Time.JumpWall(-TimeSpan.FromDays(9000));
        Assert.Contains("timedatectl", (await Assert.ThrowsAsync<FormatException>(() => Try(world, Site()))).Message, StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Task<int> Try(TrialWorld world, SiteConfiguration site, int patience = int.MaxValue)
    {
        var person = new PersonAtTheDoor(world, _written) { Patience = patience };
        return Desk(world, site).TryAsync("installer-1", world.Parts, new(person, _written, Wait, Stop));

        Task Wait(TimeSpan span)
        {
            world.Time.Advance(span);
            return Task.CompletedTask;
        }
    }

    private AcceptDesk Desk(TrialWorld world, SiteConfiguration site) => new(site, site.Definition.Doors[0], _key, world.Time, _written);

    private SiteConfiguration Site(bool contact = true) => Read(contact ? Text() : Text().Replace("contact: { pin: 27 }", "", StringComparison.Ordinal));

    private static SiteConfiguration Read(string text) => ConfigurationFixture.Read(text).Configuration!;

    private string Text() => $$"""
        site: { id: namur-gare, timezone: Europe/Brussels }
        store: {{_folder.Path}}
        areas: [{ id: floor }]
        fireInput: { chip: header, pin: 4 }
        doors:
          - id: street
            from: outside
            to: floor
            strike: { pin: 17, wiring: failSecure }
            contact: { pin: 27 }
            exitButton: { pin: 22 }
            readers: [{ id: street-in, wiegand: { d0: 5, d1: 7 } }]

        """;
}
