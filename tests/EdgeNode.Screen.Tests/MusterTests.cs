using System.Text;
using EdgeNode.Core;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EdgeNode.Screen.Tests;

public class MusterTests
{
    private static readonly HolderRef First = new("m-1");
    private static readonly HolderRef Manager = new("account-1");
    private readonly MemoryOfTests _memory = new();
    private readonly FakeTimeProvider _time = new(new(2026, 3, 2, 11, 0, 0, TimeSpan.Zero));
    private RollCall _call = Sample.Call();

    [Fact]
    public void A_drill_is_frozen_at_its_start_and_what_is_marked_outlives_a_restart()
    {
        var musters = Open();
        musters.Drill();
        _call = _call with { People = _call.People.RemoveAt(0).Add(new(new("m-9"), "Desks", default, null, false)) };
        musters.Mark(new("m-2"), true, Manager);
        var sheet = Open().Now();
        Assert.Equal(["m-1", "m-2", "m-3", "m-4"], _asked.Select(holder => holder.Value).Order());
        Assert.Equal(Manager.Value, sheet.Lines.Single(line => line.Seen.Holder.Value == "m-2").Found!.By);
        musters.Mark(new("m-2"), false, Manager);
        Assert.All(musters.Now().Lines, line => Assert.Null(line.Found));
        musters.EndDrill();
        Assert.Null(Open().Now().Muster);
    }

    [Fact]
    public void An_alarm_ends_a_drill_and_its_marks_count_for_that_alarm_alone()
    {
        var musters = Open();
        musters.Drill();
        musters.Mark(First, true, Manager);
        _call = _call with { AlarmSince = _time.GetUtcNow() };
        Assert.All(musters.Now().Lines, line => Assert.Null(line.Found));
        musters.EndDrill();
        musters.Mark(First, true, Manager);
        Assert.NotNull(Open().Now().Lines.Single(line => line.Seen.Holder == First).Found);
        _call = _call with { AlarmSince = _time.GetUtcNow().AddHours(1) };
        Assert.Null(musters.Now().Lines.Single(line => line.Seen.Holder == First).Found);
        _call = _call with { AlarmSince = null };
        Assert.Null(musters.Now().Muster);
    }

    [Fact]
    public void A_drill_that_an_alarm_broke_off_does_not_come_back_though_nobody_was_marked()
    {
        var musters = Open();
        musters.Drill();
        _call = _call with { AlarmSince = _time.GetUtcNow() };
        Assert.Null(musters.Now().Muster!.Drilled);
        _call = _call with { AlarmSince = null };
        Assert.Null(musters.Now().Muster);
        Assert.Null(Open().Now().Muster);
    }

    [Fact]
    public async Task Marks_of_many_phones_at_once_all_count()
    {
        var musters = Open();
        musters.Drill();
        await Task.WhenAll(_call.People.Select(seen => Task.Run(() => musters.Mark(seen.Holder, true, Manager))));
        Assert.All(musters.Now().Lines, line => Assert.NotNull(line.Found));
    }

    [Fact]
    public void Nobody_is_marked_while_nobody_is_counted()
    {
        var musters = Open();
        musters.Mark(First, true, Manager);
        Assert.Null(musters.Now().Muster);
    }

    [Fact]
    public void What_is_kept_of_a_counting_names_nobody()
    {
        _memory.Set(First, "Somebody Invented");
        var musters = Open();
        musters.Drill();
        musters.Mark(First, true, Manager);
        Assert.Equal("Somebody Invented", musters.Now().Lines.Single(line => line.Seen.Holder == First).Name);
        Assert.DoesNotContain("Invented", Encoding.UTF8.GetString(_memory.Documents["muster"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_counting_that_cannot_be_read_keeps_no_alarm_from_being_counted()
    {
        _memory.Write("muster", "{"u8);
        _call = _call with { AlarmSince = _time.GetUtcNow() };
        Assert.Equal(4, Open().Now().Lines.Length);
    }

    [Fact]
    public void A_table_opens_in_Excel_and_no_name_in_it_is_a_formula()
    {
        var bytes = Csv.Write([["=1+1", "+2", "-3", "@x", "\tx"], ["a;b", "\"", "é"]]);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("\"'=1+1\";\"'+2\";\"'-3\";\"'@x\";\"'\tx\"\r\n\"a;b\";\"\"\"\";\"é\"\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    private IEnumerable<HolderRef> _asked = [];

    private Musters Open() => new(_memory, _memory, listed => Look(listed is { } holders ? _asked = holders : null), _time);

    private RollCall Look(IEnumerable<HolderRef>? listed) => listed is null ? _call : Sample.Call();
}
