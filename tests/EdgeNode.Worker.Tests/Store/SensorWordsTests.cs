using EdgeNode.Core;
using EdgeNode.Store.Tests;

namespace EdgeNode.Worker.Tests;

public sealed class SensorWordsTests : IDisposable
{
    private static readonly Desk Window = new(new("d01"), "Window", new("floor"), SensorProfile.Zigbee);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(21, 2, null)]
    [InlineData(20, 2, "Window: 20 % is left in the battery of its sensor; change it.")]
    [InlineData(21, 3, "Window: two reports of its sensor are missing, so nobody knows whether it is free; look at its power, its cable and its gateway.")]
    public void A_sensor_that_somebody_should_look_after_is_told_with_its_cure(int battery, int minutes, string? words)
    {
        using var small = new SmallSite(_folder.Path);
        var site = small.Configuration.Definition with { Desks = [Window, Window with { Id = new("d02"), Sensor = null }] };
        var start = new Moment(TimeSpan.Zero, new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), ClockTrust.Trusted);
        var state = Site.Step(Site.Initial(site, PolicySnapshot.Build(site, Policy.Nothing)), new SiteEvent.SensorTold(Window.Id, battery, null), start).State;
        var later = start with { Uptime = TimeSpan.FromMinutes(minutes), Wall = start.Wall.AddMinutes(minutes) };
        var picture = SitePicture.Draw(Site.Step(state, new SiteEvent.TimePassed(), later).State, later, 1, [], new(true, 1, true, 1, null, 0, 1, null, []));
        Assert.Equal(words is null ? [] : [words], SensorWords.Of(picture.Desks));
    }
}
