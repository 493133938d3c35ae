namespace EdgeNode.Hardware;

/// <summary>A converter that measures voltages.</summary>
public interface IAnalogConverter : IDisposable
{
    /// <summary>Measures one channel: its voltage as a share of the supply of 3.3 V, 0 to 1.</summary>
    /// <exception cref="ChipTroubleException">It does not answer, or not rightly.</exception>
    double Measure(int channel);
}
