namespace EdgeNode.Hardware.Simulated;

/// <summary>A passive infrared sensor. It has no way of being silent: without power its line stays low.</summary>
public sealed class VirtualPir(ScriptedGpioDriver chip, int pin) : VirtualDesk
{
    /// <inheritdoc/>
    protected override void Changed() => chip.SetInput(pin, Taken && !Silent);
}
