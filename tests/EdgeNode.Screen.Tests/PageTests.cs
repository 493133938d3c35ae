using System.Text.RegularExpressions;
using EdgeNode.Core;
using EdgeNode.Screen;
using Xunit;

namespace EdgeNode.Screen.Tests;

public partial class PageTests
{
    [Fact]
    public void Every_language_has_every_key_with_the_same_places_for_values()
    {
        var english = Phrases.Of("en");
        Assert.All(Phrases.All, phrases =>
        {
            Assert.Equal(english.Keys.Order(), phrases.Keys.Order());
            Assert.All(english.Keys, key => Assert.Equal(Places(english[key]), Places(phrases[key])));
        });
    }

    [Fact]
    public void Every_reason_and_every_fact_has_words() => Assert.All(Phrases.All, phrases =>
    {
        Assert.All(Enum.GetNames<DenyReason>(), reason => Assert.Subset(phrases.Keys.ToHashSet(), new HashSet<string> { $"why.{reason}", $"do.{reason}" }));
        var told = typeof(JournalFact).GetNestedTypes().Select(type => type.Name).Except(["DoorAlarmChanged", "DoorCommanded", "ReaderLink", "ReaderTroubleChanged", "SeatHeld", "HoldEnded", "SensorStuck", "LoanChanged", "Instructed", "DoorAcceptanceChanged"]);
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<DoorAcceptance>().Select(says => $"fact.acceptance.{says}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), told.Select(name => $"fact.{name}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<DoorCommand>().Select(name => $"fact.command.{name}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<HoldReason>().Select(why => $"fact.seat.{why}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<SensorTrouble>().Select(trouble => $"fact.stuck.{trouble}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<HoldEnd>().Select(why => $"fact.seatEnd.{why}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<LoanStatus>().Select(status => $"fact.loan.{status}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<Instruction>().SelectMany(what => (string[])[$"fact.instructed.{what}", $"fact.refused.{what}"]).ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<DoorMode>().Select(name => $"lock.{name}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<LockAndContact>().Select(name => $"matrix.{name}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<DoorAction>().SelectMany(name => (string[])[$"action.{name}", $"action.{name}.means"]).ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<CommandReason>().Select(name => $"reason.{name}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<CommandSource>().Select(name => $"by.{name}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<SensorWarning>().Except(["None"]).Select(name => $"health.sensor.{name}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<LookReason>().Select(name => $"look.{name}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<DoorWire>().Select(name => $"wire.{name}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<WireCondition>().Select(name => $"condition.{name}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<ReaderTrouble>().Select(name => $"fact.readerTrouble.{name}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<ReaderTrouble>().Except(["None"]).Select(name => $"reader.{name}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<IncidentKind>().Select(name => $"incident.{name}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<Fix>().Except(["None"]).Select(name => $"fix.{name}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<Role>().Select(name => $"role.{name}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<Refusal>().Except(["None"]).Select(name => $"refusal.{name}").ToHashSet());
        Assert.Subset(phrases.Keys.ToHashSet(), Enum.GetNames<DoorAlarm>().Select(name => $"fact.alarm.{name}").ToHashSet());
    });

    [Fact]
    public void A_hostile_name_comes_out_as_text()
    {
        var page = Home(Sample.View("<script>alert(1)</script>"), "en");
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", SensorWarning.BatteryLow, "Desk Free: 7 % is left in the battery")]
    [InlineData("fr", SensorWarning.BatteryLow, "il reste 7 % dans la pile")]
    [InlineData("nl", SensorWarning.BatteryLow, "nog 7 % in de batterij")]
    [InlineData("fr", SensorWarning.Silent, "deux messages de son capteur manquent")]
    [InlineData("nl", SensorWarning.Silent, "twee berichten van de sensor ontbreken")]
    [InlineData("nl", SensorWarning.None, null)]
    public void A_sensor_to_look_after_is_told_in_the_language_of_the_page(string language, SensorWarning warning, string? words)
    {
        var view = Sample.View("x");
        var told = Home(view with { Desks = [view.Desks[0] with { Sensor = new(7, null, null, warning) }] }, language).Split("<ul class=\"health\">")[1];
        Assert.Equal(words is not null, told.Contains(view.Desks[0].Name, StringComparison.Ordinal));
        Assert.Contains(words ?? "", told, StringComparison.Ordinal);
        Assert.Contains("<span lang=\"en\">Something is wrong.", told, StringComparison.Ordinal);
    }

    [Fact]
    public void A_door_that_the_fire_alarm_released_says_so_whatever_its_mode()
    {
        var view = Sample.View("x");
        var page = Home(view with { Doors = [.. view.Doors.Select(door => door with { Evacuating = true })] }, "en");
        Assert.Equal(view.Doors.Length, page.Split("released by the fire alarm").Length - 1);
        Assert.DoesNotContain("released by the fire alarm", Home(view, "en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Contact: wire cut", "READER OPENED")]
    [InlineData("fr", "Contact: c&#xE2;ble coup&#xE9;", "LECTEUR OUVERT")]
    [InlineData("nl", "Contact: draad onderbroken", "LEZER GEOPEND")]
    public void A_cut_wire_and_an_open_reader_stand_on_the_tile_of_their_door(string language, string wire, string reader)
    {
        var view = Sample.View("x");
        var page = Home(view with { Doors = [view.Doors[0] with { Wires = [(DoorWire.Contact, WireCondition.Cut)], ReaderTrouble = ReaderTrouble.Tampered }] }, language);
        Assert.Contains(wire, page, StringComparison.Ordinal);
        Assert.Contains(reader, page, StringComparison.Ordinal);
        Assert.DoesNotContain(reader, Home(view, language), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "The booking opens this door from")]
    [InlineData("fr", "La r&#xE9;servation ouvre cette porte")]
    [InlineData("nl", "De boeking opent deze deur vanaf")]
    public void A_refusal_is_told_in_plain_words_of_the_language(string language, string words) =>
        Assert.Contains(words, Home(Sample.View("x"), language), StringComparison.Ordinal);

    private static string Home(SiteView view, string language) =>
        LivePage.Home.Render(new([]), new(view, Phrases.Of(language), new Account("account-1", "Manager", Role.Manager, ""), "") { Notes = [] });

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Order().Distinct();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
