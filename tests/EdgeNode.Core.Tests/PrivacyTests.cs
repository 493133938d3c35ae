using System.Globalization;
using System.Text;
using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Core.Tests;

public class PrivacyTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly byte[] Salt = [.. Enumerable.Range(1, 16).Select(index => (byte)index)];

    [Fact]
    public void The_line_that_the_chain_covers_names_no_desk_and_only_the_quarter_of_an_hour()
    {
        var entry = Change("d1", DeskOccupancy.Occupied, "08:14:59.999");
        var line = JournalCodec.Encode(entry, JournalCodec.Genesis, Salt);
        var text = Encoding.UTF8.GetString(line.Public);
        Assert.DoesNotContain("d1", text.Replace(Commitment(text), "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Occupied", text, StringComparison.Ordinal);
        Assert.Equal(entry, JournalCodec.Decode(line.Public, line.Personal).Entry);
        var erased = JournalCodec.Decode(line.Public, []).Entry;
        Assert.Equal(new JournalFact.DeskChanged(null, null), erased.Fact);
        Assert.Equal(At("08:00:00.000"), erased.At.Wall);
        Assert.Equal(0, erased.At.Uptime.TotalMilliseconds % DeskQuarters.Length.TotalMilliseconds);
    }

    [Fact]
    public void Another_desk_in_the_place_of_the_committed_one_is_refused()
    {
        var line = JournalCodec.Encode(Change("d1", DeskOccupancy.Occupied, "08:01:00.000"), JournalCodec.Genesis, Salt);
        var other = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(line.Personal).Replace("d1", "d2", StringComparison.Ordinal));
        Assert.NotNull(new JournalChain().TryAccept(line.Public, other, out _));
    }

    [Fact]
    public void A_quarter_is_what_lasted_longest_in_it_and_the_day_before_goes_on()
    {
        JournalEntry[] records =
        [
            Entry(new JournalFact.DeskDay(Day.AddDays(-1), new("d1"), "?F"), "00:00:10.000"),
            Change("d1", DeskOccupancy.Occupied, "08:05:00.000"),
            Change("d1", DeskOccupancy.Free, "08:20:00.000"),
            Change("d2", DeskOccupancy.Occupied, "23:50:00.000"),
        ];
        var days = DeskQuarters.Of(records, Day, World.Brussels);
        Assert.Equal(["d1", "d2"], days.Select(day => day.Desk.Value));
        Assert.Equal(new string('F', 32) + "OF" + new string('F', 62), days[0].Quarters);
        Assert.Equal(new string('?', 95) + "O", days[1].Quarters);
    }

    [Fact]
    public void After_a_start_a_desk_is_unknown_until_it_reports()
    {
        JournalEntry[] records = [Change("d1", DeskOccupancy.Occupied, "00:00:00.000"), Entry(new JournalFact.SiteStarted("1"), "12:00:00.000")];
        Assert.Equal(new string('O', 48) + new string('?', 48), DeskQuarters.Of(records, Day, World.Brussels).Single().Quarters);
    }

    [Theory]
    [InlineData("2026-03-29", 92)]
    [InlineData("2026-10-25", 100)]
    public void The_days_on_which_clocks_change_have_their_own_quarters(string day, int quarters) => Assert.Equal(
        quarters,
        DeskQuarters.Of([Change("d1", DeskOccupancy.Free, "08:00:00.000")], DateOnly.Parse(day, CultureInfo.InvariantCulture), World.Brussels).Single().Quarters.Length);

    [Theory]
    [InlineData(89, null)]
    [InlineData(90, Erasure.Movements)]
    public void Movements_are_due_after_their_days(int days, Erasure? due) =>
        Assert.Equal(due, RetentionPolicy.Default.Due(Entry(new JournalFact.AccessNotTaken(new("street")) { Who = new(new("booked"), null) }, "08:00:00.000"), 0, At("08:00:00.000").AddDays(days)));

    [Fact]
    public void Movements_alarms_and_billing_are_due_each_by_its_own_period()
    {
        var policy = new RetentionPolicy(TimeSpan.FromDays(3), TimeSpan.FromDays(10), TimeSpan.FromDays(400));
        var (taken, refused) = (new JournalFact.AccessTaken(new("street"), Direction.In), new JournalFact.AccessDenied(new("in"), DenyReason.CredentialNotFound, [DenyReason.CredentialNotFound], null, 1));
        Assert.Equal((Erasure.Movements, null), (Due(taken, 3), Due(taken, 2)));
        Assert.Equal((Erasure.Alarms, null), (Due(refused, 10), Due(refused, 9)));

        Erasure? Due(JournalFact fact, int days) =>
            policy.Due(Entry(fact with { Who = new(new("booked"), null) }, "08:00:00.000"), 0, At("08:00:00.000").AddDays(days));
    }

    [Theory]
    [InlineData(400, null)]
    [InlineData(430, Erasure.Billing)]
    public void Sessions_are_due_once_the_month_of_their_last_day_is_over(int days, Erasure? due)
    {
        var start = At("08:00:00.000");
        var session = new JournalFact.SessionOpened(1, new("there"), null, start, start) { Who = new(new("booked"), null) };
        Assert.Equal(due, RetentionPolicy.Default.Due(Entry(session, "08:00:00.000"), 0, start.AddDays(days)));
    }

    [Fact]
    public void A_record_without_details_is_never_due_and_a_desk_once_its_day_is_closed()
    {
        var far = At("08:00:00.000").AddDays(9_999);
        Assert.Null(RetentionPolicy.Default.Due(Entry(new JournalFact.ExitRequested(new("street")), "08:00:00.000"), 99, far));
        Assert.Null(RetentionPolicy.Default.Due(Change("d1", DeskOccupancy.Free, "08:00:00.000"), 0, far));
        Assert.Equal(Erasure.DeskTimes, RetentionPolicy.Default.Due(Change("d1", DeskOccupancy.Free, "08:00:00.000"), 1, far));
    }

    // Who tapped and sat down? An attacker with everything that is stored, against one with the records before they were cut.
    [Fact]
    public void What_is_stored_of_desks_cannot_be_joined_to_taps()
    {
        const int people = 15;
        var (days, taps) = (40, 0);
        double exact = 0, stored = 0;
        for (var seed = 0; seed < days; seed++)
        {
            var random = new Random(seed);
            var arrivals = Enumerable.Range(1, people).Select(desk => (Desk: $"d{desk}", Tap: At("07:00:00.000").AddSeconds(random.Next(7_200)))).ToList();
            var records = arrivals.Select(arrival => Change(arrival.Desk, DeskOccupancy.Occupied, arrival.Tap.AddSeconds(random.Next(20, 90)))).OrderBy(entry => entry.At.Wall).ToList();
            var quarters = DeskQuarters.Of(records, Day, World.Brussels);
            foreach (var (desk, tap) in arrivals)
            {
                taps++;
                exact += records.First(entry => entry.At.Wall > tap).Fact is JournalFact.DeskChanged { Desk: { } guess } && guess.Value == desk ? 1 : 0;
                var candidates = quarters.Where(day => IsTaken(day, tap)).Select(day => day.Desk.Value).ToList();
                stored += candidates.Contains(desk) ? 1.0 / candidates.Count : 0;
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"join of {taps} taps to desks: {exact / taps:P0} right from exact times, {stored / taps:P0} from what is stored"));
        Assert.True(exact / taps > 0.6);
        Assert.True(stored / taps < 0.4);
    }

    // Its first occupied quarter is the one of the tap or the next.
    private static bool IsTaken(JournalFact.DeskDay day, DateTimeOffset tap) =>
        day.Quarters.IndexOf('O') - (int)((tap - World.Brussels.Instant(Day, TimeOnly.MinValue)) / DeskQuarters.Length) is 0 or 1;

    private static string Commitment(string line) => line[(line.IndexOf("\"who\"", StringComparison.Ordinal) + 7)..^2];

    private static DateTimeOffset At(string time) =>
        World.Brussels.Instant(Day, TimeOnly.ParseExact(time, "HH:mm:ss.fff", CultureInfo.InvariantCulture));

    private static JournalEntry Change(string desk, DeskOccupancy occupancy, string time) => Change(desk, occupancy, At(time));

    private static JournalEntry Change(string desk, DeskOccupancy occupancy, DateTimeOffset at) =>
        new(1, new(TimeSpan.FromSeconds(1_234.5), at, ClockTrust.Trusted), new JournalFact.DeskChanged(new ResourceId(desk), occupancy));

    private static JournalEntry Entry(JournalFact fact, string time) => new(1, new(TimeSpan.FromSeconds(1), At(time), ClockTrust.Trusted), fact);
}
