using EdgeNode.Hardware.Simulated;

namespace EdgeNode.Worker.Tests;

/// <summary>Does at a virtual door what the trial asks for, and answers by what happened. Reads the question from what was written last.</summary>
/// <param name="world">The door, its wires and its troubles.</param>
/// <param name="written">What the person reads.</param>
internal sealed class PersonAtTheDoor(TrialWorld world, StringWriter written) : TextReader
{
    private int _read;

    /// <summary>After so many answers the person goes away.</summary>
    public int Patience { get; init; } = int.MaxValue;

    public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var all = written.ToString();
        var asked = all[_read..];
        _read = all.Length;
        return ValueTask.FromResult(world.Answers++ < Patience ? Answer(asked.Split('\n')[^1]) : null);
    }

    private string Answer(string asked) => asked switch
    {
        _ when asked.Contains("sign for that", StringComparison.Ordinal) => "y",
        _ when asked.Contains("OUTSIDE", StringComparison.Ordinal) || asked.Contains("INSIDE", StringComparison.Ordinal) => Pull(asked),
        _ => Do(asked),
    };

    private string Pull(string asked)
    {
        world.Shut();
        var opened = asked.Contains("INSIDE", StringComparison.Ordinal) ? world.OpenByHandle() : world.Pull();
        return asked.Contains('?', StringComparison.Ordinal) && asked.Contains("Does it open", StringComparison.Ordinal) ? (opened ? "yes" : "n") : "";
    }

    private string Do(string asked)
    {
        switch (asked)
        {
            case var _ when asked.Contains("handle, and leave it open", StringComparison.Ordinal):
                world.OpenByHandle();
                break;
            case var _ when asked.Contains("Shut the door.", StringComparison.Ordinal):
                world.Shut();
                break;
            case var _ when asked.Contains("hold it down", StringComparison.Ordinal):
                world.Press(true);
                break;
            case var _ when asked.Contains("Let it go", StringComparison.Ordinal):
                world.Press(false);
                break;
            case var _ when asked.Contains("Switch off", StringComparison.Ordinal):
                world.LockHasPower = false;
                break;
            case var _ when asked.Contains("Switch the power", StringComparison.Ordinal):
                world.LockHasPower = true;
                break;
            case var _ when asked.Contains("contact act", StringComparison.Ordinal):
                world.Fire(true);
                break;
        }

        return "";
    }
}
