using System.Collections.Immutable;
using CsCheck;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.HostileWorld;
using Xunit;

namespace EdgeNode.Simulation;

// Each holds the product against the reference, which shares no line with it.
public class PropertyTests
{
    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");
    private static readonly TimeOnly[] Times = [TimeOnly.MinValue, new(22, 0), new(4, 0)];
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Gen<DateTimeOffset> Instants = Gen.Int[0, 10 * 366 * 24 * 60].Select(minutes => Start.AddMinutes(minutes));

    [Fact]
    public void Local_time_is_the_directives_on_every_minute_of_ten_years() =>
        Instants.Sample(at => ReferenceClock.Local(at) == Brussels.Local(at).DateTime && ReferenceClock.Day(at) == Brussels.LocalDay(at));

    [Fact]
    public void Midnight_and_the_evening_are_the_same_instant_to_both() =>
        Gen.Select(Instants, Gen.Int[0, 2].Select(which => Times[which]))
            .Sample((at, time) => ReferenceClock.Instant(Brussels.LocalDay(at), time) == Brussels.Instant(Brussels.LocalDay(at), time));

    [Fact]
    public void A_schedule_is_open_when_the_reference_says_so()
    {
        var letter = new PolicyLetter("world", 1, [], [], [], Population.SpecialDays, Population.Schedules, []);
        var policy = CloudSync.PolicyReading.Read(LetterCodec.Encode(letter), "world", Brussels, "").Policy!;

        Gen.Select(Instants, Gen.Int[0, 30 * 60], Gen.Int[0, 1]).Sample((at, minutes, which) =>
        {
            var (from, to) = (ReferenceClock.Local(at), ReferenceClock.Local(at.AddMinutes(minutes)));
            return policy.Schedules[which].Meets(from, to) == ReferenceSchedule.IsOpen(letter.Schedules[which], letter.SpecialDays, from, to);
        });
    }

    [Fact]
    public void The_path_to_a_desk_is_the_references_in_any_building() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Where((from, to) => from != to).Array[1, 12].Sample(doors =>
        {
            var site = Building(doors);
            var (plan, reference) = (new SitePlan(site), new ReferencePlan(site));
            return site.Desks.All(desk => site.Doors.All(door => plan.IsOnPath(door.Id, desk.Id) == reference.Leads(door.Id.Value, desk.Id.Value)));
        });

    [Fact]
    public void A_session_costs_what_it_costs_minute_by_minute_by_hand() =>
        Gen.Select(Instants, Gen.Int[0, 2000]).Sample((start, minutes) => Prices.Of(start, minutes) == Prices.ByHand(start, minutes));

    [Fact]
    public void Every_changed_bit_of_a_record_breaks_the_chain() =>
        Gen.Select(Gen.Int[1, 8], Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue], Gen.Int[0, 7]).Sample((count, which, where, bit) =>
        {
            var lines = Chain(count + 1);
            var changed = lines[which % count].Public;
            changed[where % changed.Length] ^= (byte)(1 << bit);
            var chain = new JournalChain();
            return lines.Any(line => chain.TryAccept(line.Public, line.Personal, out _) is not null);
        });

    [Fact]
    public void Two_cards_have_the_same_token_only_if_they_are_the_same_card_under_the_same_key() =>
        Gen.Select(Cards, Cards, Gen.Byte, Gen.Byte).Sample((one, other, keyOne, keyOther) =>
            (Token(one, keyOne) == Token(other, keyOther)) == (one == other && keyOne == keyOther));

    private static Gen<string> Cards => Gen.Char["01"].Array[24, 40].Select(bits => new string(bits));

    private static CredentialToken Token(string bits, byte key) => new IdentifierKey([.. Enumerable.Repeat(key, 32)]).Tokenise(bits);

    private static List<JournalLine> Chain(int count)
    {
        var lines = new List<JournalLine>();
        for (var number = 1; number <= count; number++)
        {
            var fact = new JournalFact.DoorContact(new($"door-{number}"), ContactState.Open);
            lines.Add(JournalCodec.Encode(new(number, new(TimeSpan.FromSeconds(number), Start, ClockTrust.Trusted), fact), lines.Count > 0 ? lines[^1].Hash : JournalCodec.Genesis, new byte[JournalCodec.SaltLength]));
        }

        return lines;
    }

    private static SiteDefinition Building((int From, int To)[] doors)
    {
        static AreaId Area(int number) => number == 0 ? AreaId.Outside : new($"a{number}");
        var site = WorldSite.Configuration.Definition;
        return site with
        {
            Areas = [.. Enumerable.Range(1, 5).Select(number => new Area(Area(number), "", HostPrivate: false))],
            Doors = [.. doors.Select((door, index) => site.Doors[0] with { Id = new($"door-{index}"), From = Area(door.From), To = Area(door.To) })],
            Desks = [.. Enumerable.Range(1, 5).Select(number => new Desk(new($"desk-{number}"), "", Area(number), null))],
            Rooms = [],
        };
    }
}
