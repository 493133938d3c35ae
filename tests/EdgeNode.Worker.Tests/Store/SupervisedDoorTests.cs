using EdgeNode.Core;
using EdgeNode.Hardware.Simulated;

namespace EdgeNode.Worker.Tests;

/// <summary>A whole node with a door whose contact, exit button and tamper loop are watched.</summary>
public sealed class SupervisedDoorTests : IDisposable
{
    private const string Wired = "contact: { converter: box, channel: 0 }\n    exitButton: { converter: box, channel: 1 }\n    tamper: { converter: box, channel: 2 }";
    private readonly string _store = Directory.CreateTempSubdirectory("edgenode-supervised").FullName;

    public void Dispose() => Directory.Delete(_store, recursive: true);

    [Fact]
    public async Task A_cut_contact_is_unknown_an_alarm_within_a_second_and_over_once_it_is_mended()
    {
        using var site = Site();
        await using var node = site.Start();
        site.Pass(node, TimeSpan.FromSeconds(1));
        Assert.Equal(ContactState.Closed, Door(node).Contact);
        site.Converter.Loops[0].IsCut = true;
        site.Pass(node, TimeSpan.FromSeconds(1));
        Assert.Equal(ContactState.Unknown, Door(node).Contact);
        Assert.Equal([(DoorWire.Contact, WireCondition.Cut)], Door(node).Wires);
        site.Converter.Loops[0].IsCut = false;
        site.Pass(node, TimeSpan.FromSeconds(1));
        Assert.Equal(ContactState.Closed, Door(node).Contact);
        Assert.Empty(Door(node).Wires);
        Assert.Equal([WireCondition.Cut, WireCondition.Normal], Told(node, DoorWire.Contact));
    }

    [Fact]
    public async Task A_shorted_exit_button_releases_nothing_and_a_pressed_one_once()
    {
        using var site = Site();
        await using var node = site.Start();
        site.Pass(node, TimeSpan.FromSeconds(1));
        site.Converter.Loops[1].IsShort = true;
        Assert.False(site.Releases(node, SmallSite.Street, TimeSpan.FromSeconds(20)));
        Assert.Equal([(DoorWire.ExitButton, WireCondition.Short)], Door(node).Wires);
        site.Converter.Loops[1].IsShort = false;
        Assert.False(site.Releases(node, SmallSite.Street, TimeSpan.FromSeconds(20)));

        // It sticks: the door is released once, and locked again.
        site.Converter.Loops[1].IsClosed = true;
        Assert.True(site.Releases(node, SmallSite.Street, TimeSpan.FromSeconds(20)));
        Assert.False(site.Releases(node, SmallSite.Street, TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public async Task A_converter_that_dies_leaves_nothing_closed_and_is_told_for_every_wire()
    {
        using var site = Site();
        await using var node = site.Start();
        site.Pass(node, TimeSpan.FromSeconds(1));
        site.Converter.Fault = ConverterFault.Silent;
        site.Pass(node, TimeSpan.FromSeconds(1));
        Assert.Equal(ContactState.Unknown, Door(node).Contact);
        Assert.Equal(Enum.GetValues<DoorWire>().Select(wire => (wire, WireCondition.Silent)), Door(node).Wires);
        Assert.Contains(node.Views.Current.Health.Problems, problem => problem.StartsWith("converter box: The ADS1115 does not answer", StringComparison.Ordinal));
        Assert.True(site.Opens(node, SmallSite.Street));
        site.Converter.Fault = ConverterFault.None;
        site.Pass(node, TimeSpan.FromSeconds(2));
        Assert.DoesNotContain(node.Views.Current.Health.Problems, problem => problem.Contains("converter box", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_open_housing_is_in_the_journal_and_on_the_tile()
    {
        using var site = Site();
        await using var node = site.Start();
        site.Pass(node, TimeSpan.FromSeconds(1));
        site.Converter.Loops[2].IsClosed = false;
        site.Pass(node, TimeSpan.FromSeconds(1));
        Assert.Equal([(DoorWire.Tamper, WireCondition.Tampered)], Door(node).Wires);
        Assert.Equal([WireCondition.Tampered], Told(node, DoorWire.Tamper));
    }

    private SmallSite Site()
    {
        var site = new SmallSite(_store, "converters: [{ id: box, kind: ads1115, i2c: 1 }]", Wired);
        (site.Converter.Loops[0].IsClosed, site.Converter.Loops[2].IsClosed) = (true, true);
        return site;
    }

    private static DoorView Door(Node node) => node.Views.Current.Doors[0];

    private static IEnumerable<WireCondition> Told(Node node, DoorWire wire) =>
        node.Journal.Read(1).Select(entry => entry.Fact).OfType<JournalFact.DoorWireChanged>().Where(fact => fact.Wire == wire).Select(fact => fact.Condition);
}
