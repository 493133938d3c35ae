using System.Device.Gpio;
using System.Security.Cryptography;
using EdgeNode.Hardware.Simulated;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeNode.Worker.Tests;

/// <summary>A door with the wires that it really has, whatever the site's file says of them.</summary>
internal sealed class TrialWorld : IDisposable
{
    private const int FirePin = 4;
    private readonly ScriptedGpioDriver _chip;
    private readonly VirtualDoor _door;
    private readonly DoorWires _wires;

    private readonly bool _fireSwapped;

    public TrialWorld(DoorWires wires, bool fireSwapped = false)
    {
        (_wires, _fireSwapped) = (wires, fireSwapped);
        _chip = new(Time);
        _door = new(Time, _chip, wires);
        _door.Idle();
        Fire(false);
        Press(false);
    }

    public SimulatedTime Time { get; } = new(Node.BuildDate.AddDays(1));

    /// <summary>What the lock that was fitted does without power.</summary>
    public StrikeWiring Lock { get; init; } = StrikeWiring.FailSecure;

    public bool HandleWorks { get; init; } = true;

    public bool ButtonIsDead { get; init; }

    public bool LockIsDead { get; init; }

    public bool LockHasPower { get; set; } = true;

    public int Answers { get; set; }

    public IReadOnlyList<OutputChange> Trace => _chip.Trace;

    public bool IsFree => !_chip.IsOpen(_wires.Strike);

    public NodeParts Parts => new(
        Time, Time, () => true, RandomNumberGenerator.Fill, _ => new GpioController(_chip), (_, _) => throw new NotSupportedException("no radar"), SingleThread: true, NullLoggerFactory.Instance);

    public void Dispose() => _chip.Dispose();

    public void Shut()
    {
        _door.Close();
        Time.Advance(TimeSpan.FromSeconds(1));
    }

    public bool OpenByHandle()
    {
        if (HandleWorks)
        {
            _door.Force();
        }

        Time.Advance(TimeSpan.FromSeconds(1));
        return HandleWorks;
    }

    public bool Pull()
    {
        var opens = !LockHasPower ? Lock == StrikeWiring.FailSafe : _door.IsReleased && !LockIsDead;
        if (opens)
        {
            _door.Force();
        }

        Time.Advance(TimeSpan.FromSeconds(1));
        return opens;
    }

    public void Press(bool pressed)
    {
        if (_wires.Exit is { } pin && !ButtonIsDead)
        {
            _chip.SetInput(pin, pressed == _wires.ExitActiveHigh);
        }
        else if (_wires.Exit is { } dead)
        {
            _chip.SetInput(dead, !_wires.ExitActiveHigh);
        }

        Time.Advance(TimeSpan.FromSeconds(1));
    }

    public void Fire(bool alarm)
    {
        _chip.SetInput(FirePin, alarm != _fireSwapped);
        Time.Advance(TimeSpan.FromSeconds(1));
    }
}
