using System.Globalization;
using System.Net;
using EdgeNode.Core;
using Microsoft.Playwright;
using Xunit;

namespace EdgeNode.Screen.Tests;

public sealed class DoorTests(Chrome chrome) : IAsyncLifetime
{
    private static readonly DoorId Street = new("street");
    private ScreenOfTests _screen = null!;

    public async ValueTask InitializeAsync() => _screen = await ScreenOfTests.StartAsync();

    public ValueTask DisposeAsync() => _screen.DisposeAsync();

    [Theory]
    [InlineData("fr-BE", "Ouvrir une fois: Street")]
    [InlineData("nl-BE", "Eén keer openen: Street")]
    [InlineData("en-BE", "Open once: Street")]
    public async Task A_door_is_opened_with_a_reason_and_a_confirmation_without_script(string locale, string link)
    {
        await using var browser = await chrome.NewAsync(locale, script: false);
        var page = await _screen.OpenAsync(browser, "/doors");
        await page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
        await page.Locator("select[name=reason]").SelectOptionAsync("Delivery");
        Assert.Empty(_screen.Sent);
        await page.Locator("main button").ClickAsync();
        await page.WaitForURLAsync(new Uri(_screen.Address, "/doors").ToString());
        var by = _screen.Accounts.All.Single().Ref;
        Assert.Equal([new SiteEvent.DoorCommanded(Street, DoorCommand.Access, CommandSource.Screen, by) { Reason = CommandReason.Delivery }], _screen.Sent);
    }

    [Fact]
    public async Task Each_action_is_its_command_and_only_an_opening_for_a_while_has_a_time()
    {
        using var client = _screen.Client(_screen.SignedIn(Role.Installer));
        var token = await ScreenOfTests.TokenAsync(client, "/doors/street/OpenFor");
        foreach (var action in Enum.GetNames<DoorAction>())
        {
            using var answer = await ScreenOfTests.PostAsync(client, $"/doors/street/{action}", token, ("reason", "Trial"), ("minutes", "30"), ("asked", new AskedForms(TimeProvider.System).Stamp));
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }

        Assert.Equal(
            [(DoorCommand.Access, null), (DoorCommand.Unlock, 30), (DoorCommand.Lock, null), (DoorCommand.LockDown, null), (DoorCommand.LockDownRelease, null), (DoorCommand.LockOpenRelease, null)],
            _screen.Sent.Cast<SiteEvent.DoorCommanded>().Select(sent => (sent.Command, sent.For?.TotalMinutes)));
    }

    [Theory]
    [InlineData("/doors/street/0", "Trial")]
    [InlineData("/doors/street/openonce", "Trial")]
    [InlineData("/doors/nowhere/OpenOnce", "Trial")]
    [InlineData("/doors/street/OpenOnce", "because")]
    [InlineData("/doors/street/OpenOnce", "1")]
    public async Task What_is_in_no_closed_set_moves_no_door(string path, string reason)
    {
        using var client = _screen.Client(_screen.SignedIn(Role.Manager));
        using var answer = await ScreenOfTests.PostAsync(client, path, await ScreenOfTests.TokenAsync(client, "/doors/street/Lock"), ("reason", reason));
        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest);
        Assert.Empty(_screen.Sent);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_or_after_two_minutes_moves_no_door_again()
    {
        using var client = _screen.Client(_screen.SignedIn(Role.Manager));
        var token = await ScreenOfTests.TokenAsync(client, "/doors/street/OpenOnce");
        var old = TimeProvider.System.GetUtcNow().AddMinutes(-2).AddSeconds(-1).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        foreach (var stamp in (string[])["", "x", old, TimeProvider.System.GetUtcNow().AddMinutes(1).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)])
        {
            using var refused = await ScreenOfTests.PostAsync(client, "/doors/street/OpenOnce", token, ("reason", "Trial"), ("asked", stamp));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        var now = new AskedForms(TimeProvider.System).Stamp;
        for (var sent = 0; sent < 2; sent++)
        {
            using var answer = await ScreenOfTests.PostAsync(client, "/doors/street/OpenOnce", token, ("reason", "Trial"), ("asked", now));
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }

        Assert.Single(_screen.Sent);
    }

    [Fact]
    public async Task An_undo_takes_back_nothing_but_what_the_same_person_did_last()
    {
        using var client = _screen.Client(_screen.SignedIn(Role.Manager));
        var token = await ScreenOfTests.TokenAsync(client, "/doors/street/Lock");
        Show(Commanded(DoorCommand.LockDown, new("somebody-else")), Sample.Noon);
        foreach (var record in (string[])["50", "49"])
        {
            using var refused = await ScreenOfTests.PostAsync(client, "/doors/street/Release", token, ("reason", "Over"), ("undoes", record));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Show(Commanded(DoorCommand.LockDown, _screen.Accounts.All.Single().Ref), Sample.Noon);
        }

        Assert.Empty(_screen.Sent);
        using var taken = await ScreenOfTests.PostAsync(client, "/doors/street/Release", token, ("reason", "Over"), ("undoes", "50"));
        Assert.Equal(HttpStatusCode.Found, taken.StatusCode);
        Assert.Single(_screen.Sent);
    }

    [Fact]
    public void Lock_and_contact_give_every_state_and_no_contact_is_its_own()
    {
        var door = Sample.View("x").Doors[0];
        var all = from mode in Enum.GetValues<DoorMode>()
                  from fitted in (bool[])[true, false]
                  from contact in Enum.GetValues<ContactState>()
                  select LockMatrix.Of(door with { Mode = mode, ContactFitted = fitted, Contact = contact });
        Assert.Equal(Enum.GetValues<LockAndContact>(), all.Distinct().Order());
        Assert.Equal(LockAndContact.LockedUnseen, LockMatrix.Of(door with { ContactFitted = false, Contact = ContactState.Closed }));
        Assert.Equal(LockAndContact.ReleasedClosed, LockMatrix.Of(door with { Contact = ContactState.Closed, Evacuating = true }));
    }

    [Fact]
    public void What_can_be_done_is_what_the_mode_takes_and_changes_something()
    {
        var door = Sample.View("x").Doors[0];
        Assert.Equal([DoorAction.OpenOnce, DoorAction.OpenFor, DoorAction.LockDown], DoorActions.Of(door with { Mode = DoorMode.Locked }));
        Assert.Equal([DoorAction.Release], DoorActions.Of(door with { Mode = DoorMode.LockedDown }));
        Assert.Equal([DoorAction.Lock, DoorAction.LockDown], DoorActions.Of(door with { Mode = DoorMode.Unlocked }));
    }

    [Fact]
    public async Task What_somebody_just_did_can_be_undone_for_a_minute_by_that_person()
    {
        await using var browser = await chrome.NewAsync();
        var page = await _screen.OpenAsync(browser, "/doors");
        var by = _screen.Accounts.All.Single().Ref;
        Show(Commanded(DoorCommand.LockDown, by), Sample.Noon);
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo: release" }).ClickAsync();
        await page.WaitForURLAsync(new Uri(_screen.Address, "/doors").ToString());
        Assert.Equal(DoorCommand.LockDownRelease, Assert.IsType<SiteEvent.DoorCommanded>(Assert.Single(_screen.Sent)).Command);
        var view = _screen.Views.Current;
        Assert.Null(DoorActions.Undo(view, Street, new("somebody-else")));
        Assert.Null(DoorActions.Undo(view with { LocalTime = Sample.Noon.AddSeconds(60) }, Street, by));
    }

    [Fact]
    public void The_same_trouble_within_an_hour_is_one_incident_that_ends_by_itself()
    {
        JournalFact forced = new JournalFact.DoorAlarmChanged(Street, DoorAlarm.DoorForcedOpen);
        JournalFact normal = new JournalFact.DoorAlarmChanged(Street, DoorAlarm.Normal);
        JournalFact[] facts = [forced, normal, forced, normal, new JournalFact.ReaderLink(new("street-in"), false), new JournalFact.StrikeCut(Street)];
        var feed = facts.Select((fact, index) => Item(index + 1, fact, Sample.Noon.AddMinutes(index * 10))).Reverse().ToList();
        Assert.Equal(
            [(IncidentKind.ReaderLost, 1, null), (IncidentKind.StrikeCut, 1, Sample.Noon.AddMinutes(50)), (IncidentKind.Forced, 2, (DateTimeOffset?)Sample.Noon.AddMinutes(30))],
            Incidents.Of(feed).Select(incident => (incident.Kind, incident.Times, incident.EndedAt)));
        feed.Insert(0, Item(9, forced, Sample.Noon.AddMinutes(91)));
        Assert.Equal(2, Incidents.Of(feed).Count(incident => incident.Kind == IncidentKind.Forced));

        // What still goes on is the same, however long ago it began.
        feed.Insert(0, Item(10, forced, Sample.Noon.AddMinutes(300)));
        feed.Insert(0, Item(11, normal, Sample.Noon.AddMinutes(301)));
        Assert.All(Incidents.Of(feed).Where(incident => incident.Kind == IncidentKind.Forced), incident => Assert.NotNull(incident.EndedAt));
    }

    [Fact]
    public void A_wire_or_a_reader_that_is_not_well_is_an_incident_until_it_is_well_or_a_start_does_not_tell_it_again()
    {
        static JournalFact Wire(DoorWire wire, WireCondition condition) => new JournalFact.DoorWireChanged(Street, wire, condition);
        JournalFact[] facts =
        [
            Wire(DoorWire.Contact, WireCondition.Cut), Wire(DoorWire.ExitButton, WireCondition.Short), Wire(DoorWire.Tamper, WireCondition.Tampered),
            new JournalFact.ReaderTroubleChanged(new("street-in"), ReaderTrouble.Tampered), Wire(DoorWire.ExitButton, WireCondition.Normal),
        ];
        var feed = facts.Select((fact, index) => Item(index + 1, fact, Sample.Noon.AddMinutes(index))).Reverse().ToList();
        Assert.Equal(
            [(IncidentKind.ReaderTrouble, null), (IncidentKind.Tamper, null), (IncidentKind.ContactWire, null), (IncidentKind.ExitWire, (DateTimeOffset?)Sample.Noon.AddMinutes(4))],
            Incidents.Of(feed).Select(incident => (incident.Kind, incident.EndedAt)));

        // The wire of the contact is still cut after a start; the housing was closed meanwhile.
        feed.Insert(0, Item(6, new JournalFact.SiteStarted("1"), Sample.Noon.AddMinutes(10)) with { Door = null });
        feed.Insert(0, Item(7, facts[0], Sample.Noon.AddMinutes(11)));
        Assert.Equal([(IncidentKind.ContactWire, 2)], Incidents.Of(feed).Where(incident => incident.EndedAt is null).Select(incident => (incident.Kind, incident.Times)));
    }

    [Fact]
    public async Task An_incident_that_one_has_seen_to_says_so_to_the_other_and_after_a_restart()
    {
        Show(new JournalFact.DoorAlarmChanged(Street, DoorAlarm.DoorForcedOpen), Sample.Noon);
        await using var browser = await chrome.NewAsync();
        var page = await _screen.OpenAsync(browser, "/doors");
        await using var other = await chrome.NewAsync("nl-BE");
        var watching = await _screen.OpenAsync(other, "/doors", Role.Installer);
        await page.GetByRole(AriaRole.Link, new() { Name = "I have seen to it" }).ClickAsync();
        await page.Locator("textarea").FillAsync("<b>Hinge</b> broken");
        await page.GetByRole(AriaRole.Button, new() { Name = "I have seen to it" }).ClickAsync();
        await Assertions.Expect(watching.GetByText("Gezien door Manager")).ToBeVisibleAsync();
        await Assertions.Expect(watching.GetByText("<b>Hinge</b> broken")).ToBeVisibleAsync();
        using var wall = _screen.Client(_screen.SignedIn(Role.Viewer));
        var looked = await wall.GetStringAsync(new Uri("/doors", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("Seen to, ", looked, StringComparison.Ordinal);
        Assert.DoesNotContain("Manager", looked, StringComparison.Ordinal);
        Assert.DoesNotContain("Hinge", looked, StringComparison.Ordinal);
        await _screen.RestartAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByText("<b>Hinge</b> broken")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_evacuation_is_ended_by_whoever_is_signed_in_after_being_asked()
    {
        _screen.Views.Change(_screen.Views.Current with { Doors = [.. _screen.Views.Current.Doors.Select(door => door with { Evacuating = true })] });
        await using var browser = await chrome.NewAsync(script: false);
        var page = await _screen.OpenAsync(browser, "/doors");
        await page.GetByRole(AriaRole.Link, new() { Name = "End the evacuation" }).ClickAsync();
        Assert.Empty(_screen.Sent);
        await page.GetByRole(AriaRole.Button, new() { Name = "End the evacuation" }).ClickAsync();
        await page.WaitForURLAsync(new Uri(_screen.Address, "/doors").ToString());
        Assert.Equal([new SiteEvent.EvacuationEnded(_screen.Accounts.All.Single().Ref)], _screen.Sent);
    }

    [Theory]
    [InlineData(DenyReason.TooEarly, Fix.LetInOnce)]
    [InlineData(DenyReason.CredentialNotFound, Fix.LetInOnce)]
    [InlineData(DenyReason.HostPrivateArea, Fix.None)]
    [InlineData(DenyReason.SiteFull, Fix.None)]
    [InlineData(DenyReason.CredentialNotEnabled, Fix.None)]
    [InlineData(DenyReason.PassedBack, Fix.Forgive)]
    [InlineData(DenyReason.DoorModeRefuses, Fix.ChangeMode)]
    public void A_refusal_has_the_button_that_helps_and_none_where_the_rule_is_meant(DenyReason reason, object fix)
    {
        Assert.Equal(fix, Fixes.Of(Denied(reason) with { Who = new(new("holder-1"), null) }));
        Assert.Equal(Fix.None, Fixes.Of(Denied(DenyReason.TooEarly) with { All = [DenyReason.TooEarly, DenyReason.HostPrivateArea] }));
    }

    [Theory]
    [InlineData("fr-BE", "Laisser revenir")]
    [InlineData("nl-BE", "Weer toelaten")]
    [InlineData("en-BE", "Let come again")]
    public async Task Somebody_refused_by_anti_passback_is_let_come_again_by_one_button(string locale, string button)
    {
        Show(Denied(DenyReason.PassedBack) with { Who = new(new("holder-1"), null) }, Sample.Noon);
        await using var browser = await chrome.NewAsync(locale, script: false);
        var page = await _screen.OpenAsync(browser, "/refused");
        await page.GetByRole(AriaRole.Link, new() { Name = button }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.WaitForURLAsync(new Uri(_screen.Address, "/refused").ToString());
        Assert.Equal([new SiteEvent.PassbackForgiven(new HolderRef("holder-1")) { By = _screen.Accounts.All.Single().Ref }], _screen.Sent);
    }

    private static JournalFact.AccessDenied Denied(DenyReason reason) => new(new("street-in"), reason, [reason], null, 1);

    private static JournalFact.DoorCommanded Commanded(DoorCommand command, HolderRef by) =>
        new(Street, command, CommandSource.Screen, true, DoorMode.Locked, DoorMode.LockedDown) { Who = new(by, null) };

    private static FeedItem Item(long sequence, JournalFact fact, DateTimeOffset at) => new(sequence, at, ClockTrust.Trusted, fact, "Street") { Door = Street };

    private void Show(JournalFact fact, DateTimeOffset at) => _screen.Views.Change(_screen.Views.Current with { Feed = [Item(50, fact, at)] });
}
