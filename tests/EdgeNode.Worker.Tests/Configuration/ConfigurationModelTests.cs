using EdgeNode.Core;
using EdgeNode.Hardware;
using EdgeNode.Hardware.Mqtt;

namespace EdgeNode.Worker.Tests;

public sealed class ConfigurationModelTests
{
    private static readonly SiteConfiguration Minimal = Right(ConfigurationFixture.Minimal);
    private static readonly SiteConfiguration Sample = Right(ConfigurationFixture.Sample);

    [Fact]
    public void A_minimal_file_gets_sensible_defaults()
    {
        Assert.Equal(GpioUse.Real, Minimal.Gpio);
        Assert.Equal("/var/lib/edgenode", Minimal.StoreFolder);
        Assert.Equal(new Uri("http://127.0.0.1:8460"), Minimal.ScreenListen);
        Assert.Equal(SiteRules.Default, Minimal.Definition.Rules);
        Assert.Equal(DoorTimings.Default, Minimal.Definition.Doors[0].Timings);
        Assert.Equal("d01", Minimal.Definition.Desks[0].Name);
        Assert.Equal(new StrikeSettings(new("street"), GpioChips.Header, 17, ActiveHigh: true, StrikeWiring.FailSecure), Assert.Single(Minimal.Strikes));
    }

    [Fact]
    public void The_sample_has_hours_special_days_a_fire_input_and_doors_that_follow_them()
    {
        var street = Sample.Definition.Doors[0];
        Assert.True(street.FirstPersonIn);
        Assert.True(street.UnlockHours!.IsOpen(new(2026, 3, 2, 8, 0, 0)));
        Assert.False(street.UnlockHours.IsOpen(new(2026, 4, 6, 9, 0, 0)), "Easter Monday");
        Assert.True(street.UnlockHours.IsOpen(new(2026, 12, 24, 11, 59, 0)));
        Assert.False(street.UnlockHours.IsOpen(new(2026, 12, 24, 12, 0, 0)));
        Assert.Equal((null, false, false, Assurance.UidOnly), (street.PinHours, street.TwoPerson, street.TakesOutageCode, street.LeastAssurance));
        Assert.Equal(new FireInputSettings(GpioChips.Header, 4, ActiveHigh: true), Sample.FireInput);
        Assert.Equal((GuessLimits.Default, new TimeOnly(4, 0)), (Sample.Definition.Rules.Guesses, Sample.Definition.Rules.PassbackCutOff));
    }

    [Fact]
    public void A_file_without_a_network_section_is_a_stand_alone_site() => Assert.Null(Minimal.Network);

    [Fact]
    public void Doors_of_private_areas_are_strict_by_default_and_public_ones_lenient()
    {
        var street = Minimal.Definition.Doors[0];
        var host = Minimal.Definition.Doors[1];

        Assert.Equal((UntrustedClock.Lenient, OnJournalFailure.Grant), (street.UntrustedClock, street.OnJournalFailure));
        Assert.Equal((UntrustedClock.Strict, OnJournalFailure.Deny), (host.UntrustedClock, host.OnJournalFailure));
    }

    [Fact]
    public void A_contact_is_fitted_only_where_one_is_written()
    {
        Assert.All(Minimal.Definition.Doors, door => Assert.False(door.ContactFitted));
        Assert.All(Sample.Definition.Doors, door => Assert.True(door.ContactFitted));
    }

    [Fact]
    public void The_sample_is_right_and_says_what_it_shows()
    {
        Assert.Equal(["floor", "meeting", "host"], Sample.Definition.Areas.Select(area => area.Id.Value));
        Assert.Equal(Direction.Out, Sample.Definition.AccessPoints[1].Direction);
        var wiegand = Assert.IsType<ReaderSettings.Wiegand>(Sample.Readers[0]);
        Assert.Equal(["H10301", "H10306"], wiegand.Formats);
        Assert.Equal((5, 6, 13, 19), (wiegand.D0, wiegand.D1, wiegand.Led, wiegand.Buzzer));
        Assert.Contains(new ReaderSettings.Osdp(new("host-in"), "/dev/ttyUSB1", 9600, 0, Secure: true), Sample.Readers);
        Assert.Equal(StrikeWiring.FailSafe, Sample.Strikes[1].Wiring);
        Assert.Equal(new DeskSensorSettings.Radar(new("d01"), "/dev/ttyUSB0", 256000, 150), Sample.DeskSensors[0]);
        Assert.Equal(new DeskSensorSettings.Pir(new("d02"), GpioChips.Header, 26), Sample.DeskSensors[1]);
        Assert.Equal(new DeskSensorSettings.TimeOfFlight(new("d05"), RangingKind.Vl53l0x, 1, 70, 90), Sample.DeskSensors[3]);
        Assert.Equal(new DeskSensorSettings.Mqtt(new("d04"), MqttSensorKind.Zigbee2mqtt, "desk-4", "occupancy"), Sample.DeskSensors[2]);
        Assert.Equal("127.0.0.1", Sample.SensorBroker.Host);
        Assert.Equal([SensorProfile.Radar, SensorProfile.Pir, null, SensorProfile.Pir with { WarmUp = TimeSpan.Zero }, SensorProfile.TimeOfFlight], Sample.Definition.Desks.Select(desk => desk.Sensor));
        Assert.Equal(
            SiteRules.Default with { ForgottenExitAfter = TimeSpan.FromHours(4), MaxPeople = 80, StaffDesks = 10 },
            Sample.Definition.Rules);
        Assert.Equal(["d01-tag", "d02-tag", "d03-tag", "d04-tag", null], Sample.Definition.Desks.Select(desk => desk.Tag?.Value));
        Assert.Contains(new ReaderSettings.Pcsc(new("d02-tag"), "SCL3711"), Sample.Readers);
        var times = SiteRules.Default.Booking with { EarlyEntry = TimeSpan.FromMinutes(30), NoShowAfter = TimeSpan.FromMinutes(15) };
        Assert.Equal((new AccessPointId("meeting-in"), times), (Sample.Definition.Rooms[0].Reader!.Value, Sample.Definition.Rooms[0].Times));
        Assert.Equal(TimeSpan.FromHours(1), Sample.Definition.Desks[2].Times?.NoShowAfter);
    }

    [Fact]
    public void Rules_say_how_seats_are_given_and_are_usual_for_the_times_of_a_desk()
    {
        var read = Right(ConfigurationFixture.With("areas:", "rules: { walkIn: true, lateEntry: 5 min, newBookingGrace: 10 min, extendBy: 1 h, extendWithin: 10 min, openingTime: \"07:30\", atLimit: refuse, possiblyTwoAfter: 20 s }\nareas:")
            .Replace("area: floor", "area: floor\n    times: { noShowAfter: 1 h }", StringComparison.Ordinal));
        var rules = read.Definition.Rules;
        Assert.Equal((true, TimeSpan.FromHours(1), TimeSpan.FromMinutes(10)), (rules.WalkIn, rules.ExtendBy, rules.ExtendWithin));
        Assert.Equal(rules.Booking with { NoShowAfter = TimeSpan.FromHours(1) }, read.Definition.Desks[0].Times);
        Assert.Equal((new TimeOnly(7, 30), AtLimit.Refuse, TimeSpan.FromSeconds(20)), (rules.OpeningTime, rules.AtLimit, rules.PossiblyTwoAfter));
        Assert.Equal((null, null, null), (rules.ForgottenExitAfter, rules.MaxPeople, rules.StaffDesks));
        Assert.Equal((TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10)), (rules.Booking.LateEntry, rules.Booking.NewBookingGrace));
    }

    [Fact]
    public void Relative_paths_start_at_the_folder_of_the_file()
    {
        Assert.Equal("/etc/edgenode/network-ca.pem", Sample.Network!.CaFile);
        Assert.Equal(new PasswordSource.InFile("/etc/edgenode/broker.password"), Sample.Network.Password);
    }

    [Fact]
    public void The_broker_port_follows_tls_unless_it_is_written()
    {
        const string Network = "network: { broker: b, publicKey: d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
        Assert.Equal(8883, Right($"{ConfigurationFixture.Minimal}{Network} }}\n").Network!.Port);
        Assert.Equal(1883, Right($"{ConfigurationFixture.Minimal}{Network}, tls: false }}\n").Network!.Port);
        Assert.Equal(1884, Right($"{ConfigurationFixture.Minimal}{Network}, tls: false, port: 1884 }}\n").Network!.Port);
    }

    private static SiteConfiguration Right(string text)
    {
        var result = ConfigurationFixture.Read(text);
        Assert.True(result.Errors.IsEmpty, ErrorPage.Render("site.yaml", text, result.Errors));
        return result.Configuration!;
    }
}
