namespace EdgeNode.Worker;

/// <summary>Whether the pins named in the file are driven.</summary>
public enum GpioUse
{
    /// <summary>They are; a missing chip ends the start.</summary>
    Real,

    /// <summary>They are checked but not touched: a rehearsal on a machine without pins.</summary>
    None,
}
