namespace EdgeNode.Device;

/// <summary>The outside of a gpio-sim chip: what is wired to its lines.</summary>
/// <param name="folder">Its folder in sysfs.</param>
internal sealed class SimulatedPins(string folder)
{
    public void Set(int pin, bool high) => File.WriteAllText($"{folder}/sim_gpio{pin}/pull", high ? "pull-up" : "pull-down");

    public bool IsHigh(int pin) => File.ReadAllText($"{folder}/sim_gpio{pin}/value").StartsWith('1');

    /// <summary>Both data lines of a reader in rest.</summary>
    public void Idle(int d0, int d1)
    {
        Set(d0, true);
        Set(d1, true);
    }

    /// <summary>Plays a card: pulses of 50 us, each a millisecond or more after the last. Gives the time of the last.</summary>
    public long Play(string bits, int d0, int d1)
    {
        var last = TimeProvider.System.GetTimestamp();
        foreach (var bit in bits)
        {
            Spin(last, TimeSpan.FromMilliseconds(1));
            last = TimeProvider.System.GetTimestamp();
            var pin = bit == '1' ? d1 : d0;
            Set(pin, false);
            Spin(last, TimeSpan.FromMicroseconds(50));
            Set(pin, true);
        }

        return last;
    }

    /// <summary>Waits until a line has a level; false if it does not within 5 s.</summary>
    public bool Becomes(int pin, bool high)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (IsHigh(pin) != high)
        {
            if (TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromSeconds(5))
            {
                return false;
            }
        }

        return true;
    }

    private static void Spin(long since, TimeSpan until)
    {
        while (TimeProvider.System.GetElapsedTime(since) < until)
        {
            Thread.SpinWait(10);
        }
    }
}
