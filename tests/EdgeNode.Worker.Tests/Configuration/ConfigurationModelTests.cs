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
        Assert.Equal(new FireInputSettings(GpioChips.Header, 16, ActiveHigh: true), Sample.FireInput);
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
        Assert.Equal(new DeskSensorSettings.Mqtt(new("d04"), MqttSensorKind.Zigbee2mqtt, "desk-4", "occupancy"), Sample.DeskSensors[2]);
        Assert.Equal("127.0.0.1", Sample.SensorBroker.Host);
        Assert.Equal([SensorProfile.Radar, SensorProfile.Pir, null, SensorProfile.Pir with { WarmUp = TimeSpan.Zero }], Sample.Definition.Desks.Select(desk => desk.Sensor));
        Assert.Equal(SiteRules.Default, Sample.Definition.Rules);
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
