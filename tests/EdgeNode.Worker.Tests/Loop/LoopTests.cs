using System.Device.Gpio;
using System.Threading.Channels;
using EdgeNode.Core;
using EdgeNode.Hardware;
using EdgeNode.Hardware.Simulated;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Worker.Tests;

public sealed class LoopTests : IDisposable, ILogger<SiteLoop>
{
    private const int Pin = 17;
    private static readonly DoorId Street = new("street");
    private static readonly AccessPointId StreetIn = new("street-in");
    private readonly SimulatedTime _time = new(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly Channel<SiteEvent> _events = Channel.CreateBounded<SiteEvent>(16);
    private readonly List<JournalFact> _facts = [];
    private readonly List<string> _errors = [];
    private readonly ScriptedGpioDriver _chip;
    private readonly GpioController _board;
    private readonly StrikeOutput _strike;
    private readonly SiteLoop _loop;
    private readonly CredentialToken _staff = new IdentifierKey(new byte[32]).Tokenise("1010");

    public LoopTests()
    {
        _chip = new(_time);
        _board = new(_chip);
        _strike = new(_board, new StrikePin(Pin, ActiveHigh: true, PowerReleases: true), Street, _events.Writer, _time);
        _loop = Loop(_facts.Add);
    }

    private bool Energised => _chip.IsHigh(Pin);

    [Fact]
    public void A_tap_is_recorded_before_the_strike_moves_and_the_strike_relocks_by_the_loop()
    {
        var energisedWhenRecorded = new List<bool>();
        var loop = Loop(fact =>
        {
            _facts.Add(fact);
            energisedWhenRecorded.Add(Energised);
        });
        Tap();
        loop.Drain();
        Assert.IsType<JournalFact.AccessGranted>(_facts[0]);
        Assert.False(energisedWhenRecorded[0]);
        Assert.True(Energised);

        _time.Advance(TimeSpan.FromSeconds(5));
        loop.PassTime();
        Assert.False(Energised);
        Assert.Empty(_errors);
    }

    [Fact]
    public void A_fault_inside_a_step_grants_nothing_refuses_the_person_and_leaves_the_state()
    {
        // A door that the definition names and the state does not know: the step cannot be made.
        var broken = _loop.State with { Doors = _loop.State.Doors.Clear() };
        var loop = Loop(_facts.Add, broken);
        Tap();
        loop.Drain();
        Assert.False(Energised);
        Assert.Equal(DenyReason.Fault, Assert.IsType<JournalFact.AccessDenied>(Assert.Single(_facts)).Reason);
        Assert.Same(broken, loop.State);
        Assert.Contains("nothing was granted", Assert.Single(_errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_network_is_answered_with_what_the_door_made_of_its_command()
    {
        var gate = new CommandGate(_loop.State.Definition, new NonceFile("none"), _time, _events.Writer);
        var sequence = 0L;
        var (loop, broken) = (Loop(Hear), Loop(Hear, _loop.State with { Doors = _loop.State.Doors.Clear() }));
        Assert.Null(await Ask("c1", loop));
        Assert.True(_events.Writer.TryWrite(new SiteEvent.DoorCommanded(Street, DoorCommand.Block, CommandSource.Screen, null)));
        Assert.Equal(CommandDropReason.DoorModeRefuses, await Ask("c2", loop));
        Assert.Equal(CommandDropReason.Fault, await Ask("c3", broken));

        // A record of the gate itself, under the same number, answers nobody; neither does one that is not durable yet.
        var early = gate.Unlock(Street.Value, "c4", TestContext.Current.CancellationToken);
        Hear(new JournalFact.CommandDropped("c4", CommandDropReason.Early));
        gate.Hear(++sequence, new JournalFact.CommandDropped("c4", CommandDropReason.DoorModeRefuses));
        gate.Confirm(sequence - 1);
        Assert.False(early.IsCompleted);
        gate.Confirm(sequence);
        Assert.Equal(CommandDropReason.DoorModeRefuses, await early);

        void Hear(JournalFact fact)
        {
            gate.Hear(++sequence, fact);
            gate.Confirm(sequence);
        }

        Task<CommandDropReason?> Ask(string command, SiteLoop loop)
        {
            var answer = gate.Unlock(Street.Value, command, TestContext.Current.CancellationToken);
            loop.Drain();
            return answer;
        }
    }

    [Fact]
    public void A_failing_output_is_told_and_the_next_effect_still_runs()
    {
        _board.ClosePin(Pin);
        Tap();
        _loop.Drain();
        _board.OpenPin(Pin, PinMode.Output);
        Assert.Contains(_facts, fact => fact is JournalFact.AccessGranted);
        Assert.Contains("street", Assert.Single(_errors), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deadline_is_what_the_loop_waits_for_and_says_why()
    {
        Tap();
        _loop.Drain();
        Assert.Equal("door street: relock", _loop.Next?.Why);
        Assert.Equal(TimeSpan.FromSeconds(5), _loop.Next?.Uptime - _time.Uptime);
    }

    public void Dispose()
    {
        _strike.Dispose();
        _board.Dispose();
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _errors.Add(formatter(state, exception));

    private void Tap() => Assert.True(_events.Writer.TryWrite(new SiteEvent.IdentifierPresented(StreetIn, _staff, _time.Uptime)));

    private SiteLoop Loop(Action<JournalFact> record, SiteState? state = null)
    {
        var outputs = new SiteOutputs(new Dictionary<DoorId, StrikeOutput> { [Street] = _strike }, new Dictionary<AccessPointId, IReader>());
        var clock = new SiteClock(_time, () => true, DateTimeOffset.MinValue);
        return new(state ?? Initial(), _events.Reader, clock, new EffectRunner((fact, _) => record(fact), outputs, new(_events.Writer, singleThread: true), this), _time, this);
    }

    private SiteState Initial()
    {
        var area = new AreaId("floor");
        var door = new Door(Street, "Street", AreaId.Outside, area, false, DoorTimings.Default, UntrustedClock.Lenient, OnJournalFailure.Grant);
        var site = new SiteDefinition(
            new("here"), "Here", TimeZoneInfo.Utc, [new(area, "Floor", false)], [door], [new(StreetIn, Street, Direction.In)], [], [], SiteRules.Default);
        var profile = new AccessProfile(new("staff"), [new(area, null)]);
        var holder = new CredentialHolder(new("staff-1"), HolderClass.Staff, new("here"), [profile.Id], null, false);
        return Site.Initial(site, PolicySnapshot.Build(site, new(1, "", [holder], [new(_staff, holder.Ref, true, null, null)], [profile], [], [])));
    }
}
