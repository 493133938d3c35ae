using EdgeNode.Core;

namespace EdgeNode.Worker.Tests;

public sealed class TimeOfFlightSectionTests
{
    [Theory]
    [InlineData("{ kind: vl53l0x }", "key i2c is missing")]
    [InlineData("{ i2c: 1 }", "key kind is missing")]
    [InlineData("{ kind: vl53lx, i2c: 1 }", "did you mean vl53l")]
    [InlineData("{ kind: vl53l0x, i2c: 1, occupiedBelowCm: 5 }", "occupiedBelowCm is 5; it must be from 10 to 300")]
    [InlineData("{ kind: vl53l0x, i2c: 1, occupiedBelowCm: 80, freeAboveCm: 60 }", "freeAboveCm is 60, which is nearer than occupiedBelowCm: 80")]
    [InlineData("{ kind: vl53l0x, i2c: 1 }, pir: { pin: 26 }", "this desk has both pir and timeOfFlight")]
    [InlineData("{ kind: vl53l0x, i2c: 1 } }, { id: d2, area: floor, timeOfFlight: { kind: vl53l1x, i2c: 1 }", "address 0x29 of I2C bus 1 is used already by the sensor of desk d1")]
    [InlineData("{ kind: vl53l0x, i2c: 1 } }, { id: d2, area: floor, pir: { pin: 2 }", "pin 2 of chip header is used already by I2C bus 1")]
    public void A_sensor_that_cannot_work_is_refused_with_its_cure(string sensor, string mistake) =>
        Assert.Contains(Read(sensor).Errors, error => $"{error}".Contains(mistake, StringComparison.Ordinal));

    [Fact]
    public void A_limit_beyond_the_usual_one_moves_both_and_a_bus_of_its_own_takes_another()
    {
        var site = Read("{ kind: vl53l0x, i2c: 1, occupiedBelowCm: 95 } }, { id: d2, area: floor, timeOfFlight: { kind: vl53l1x, i2c: 3, hold: 5 min }").Configuration!;
        Assert.Equal(
            [new DeskSensorSettings.TimeOfFlight(new("d1"), RangingKind.Vl53l0x, 1, 95, 95), new DeskSensorSettings.TimeOfFlight(new("d2"), RangingKind.Vl53l1x, 3, 70, 90)],
            site.DeskSensors);
        Assert.Equal([SensorProfile.TimeOfFlight, SensorProfile.TimeOfFlight with { Hold = TimeSpan.FromMinutes(5) }], site.Definition.Desks.Select(desk => desk.Sensor));
    }

    private static ConfigurationResult Read(string sensor) =>
        ConfigurationFixture.Read(ConfigurationFixture.With("desks:\n  - id: d01\n    area: floor", $"desks: [{{ id: d1, area: floor, timeOfFlight: {sensor} }}]"));
}
