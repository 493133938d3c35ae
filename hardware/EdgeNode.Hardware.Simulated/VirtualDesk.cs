namespace EdgeNode.Hardware.Simulated;

/// <summary>A desk with somebody at it or not, and a sensor that may fall silent.</summary>
public abstract class VirtualDesk
{
    /// <summary>Whether somebody sits there.</summary>
    public bool Taken { get; private set; }

    /// <summary>Whether the sensor says nothing.</summary>
    public bool Silent { get; private set; }

    /// <summary>Somebody sits down or gets up.</summary>
    public void Set(bool taken)
    {
        Taken = taken;
        Changed();
    }

    /// <summary>The sensor falls silent, or speaks again.</summary>
    public void Silence(bool silent)
    {
        Silent = silent;
        Changed();
    }

    /// <summary>The sensor notices.</summary>
    protected abstract void Changed();
}
