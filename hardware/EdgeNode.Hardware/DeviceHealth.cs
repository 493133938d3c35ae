namespace EdgeNode.Hardware;

/// <summary>What is known of one device: a record that its driver keeps and others look at.</summary>
/// <param name="name">The device, as the configuration names it.</param>
public sealed class DeviceHealth(string name)
{
    private readonly Lock _lock = new();
    private (TimeSpan? LastSeen, bool? Up, int Errors, string? LastError) _state;

    /// <summary>The device.</summary>
    public string Name => name;

    /// <summary>Whether it answers; null where the wires cannot tell.</summary>
    public bool? Up => _state.Up;

    /// <summary>When it was last heard, on uptime; null = never.</summary>
    public TimeSpan? LastSeen => _state.LastSeen;

    /// <summary>Errors since the start.</summary>
    public int Errors => _state.Errors;

    /// <summary>The last of them, in words.</summary>
    public string? LastError => _state.LastError;

    /// <summary>What it says it runs.</summary>
    public string? Firmware { get; set; }

    /// <summary>Its housing is open.</summary>
    public bool Tampered { get; set; }

    /// <summary>Its supply fails.</summary>
    public bool PowerFault { get; set; }

    /// <summary>It was heard.</summary>
    public void Seen(TimeSpan at)
    {
        lock (_lock)
        {
            _state.LastSeen = at;
        }
    }

    /// <summary>It answers from now on, or no more.</summary>
    public void Link(bool up, TimeSpan at)
    {
        lock (_lock)
        {
            (_state.Up, _state.LastSeen) = (up, up ? at : _state.LastSeen);
        }
    }

    /// <summary>Something went wrong.</summary>
    public void Failed(TimeSpan at, string what)
    {
        lock (_lock)
        {
            _state = (at, _state.Up, _state.Errors + 1, what);
        }
    }

    /// <summary>One line for a person.</summary>
    public override string ToString()
    {
        var link = Up switch { true => "up", false => "DOWN", _ => "not told by its wires" };
        var seen = LastSeen is { } at ? $", last heard at {at.TotalSeconds:0} s" : ", never heard";
        var firmware = Firmware is null ? "" : $", {Firmware}";
        var trouble = LastError is null ? "" : $", {Errors} errors, last: {LastError}";
        return $"{name}: {link}{seen}{firmware}{(Tampered ? ", HOUSING OPEN" : "")}{(PowerFault ? ", SUPPLY FAILS" : "")}{trouble}";
    }
}
