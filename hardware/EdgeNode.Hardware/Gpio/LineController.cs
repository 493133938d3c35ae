using System.Device.Gpio;

namespace EdgeNode.Hardware;

/// <summary>A chip of the kernel, whose inputs the kernel itself can debounce.</summary>
public sealed class LineController : GpioController
{
    private readonly LineDriver _driver;

    internal LineController(LineDriver driver)
        : base(driver) => _driver = driver;

    /// <summary>Asks the kernel to tell edges of a line only once it has been still; before the line is opened.</summary>
    public void Debounce(int pin, TimeSpan still) => _driver.Debounce(pin, still);
}
