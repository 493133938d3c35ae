using System.Device.Gpio;
using System.Diagnostics;
using EdgeNode.Device;
using EdgeNode.Hardware;

// Runs as the only program of a virtual machine; SIMDIR is the sysfs folder of its gpio-sim chip.
switch (args)
{
    case ["hold"]:
        Dying.Hold();
        return 1;
    case ["outputs"]:
        return Outputs.Run();
}

var outside = new SimulatedPins(Environment.GetEnvironmentVariable("SIMDIR") ?? throw new InvalidOperationException("SIMDIR names no gpio-sim chip."));
var failed = 0;
using (var chip = GpioChips.Open("gpio-sim-edge"))
{
    var proof = new PinProof(chip, outside);
    Check("a strike that locks with a high line opens locked", proof.A_strike_that_locks_with_a_high_line_opens_locked());
    Check("a taken line is refused with its cure", proof.A_taken_line_is_refused_with_its_cure());
    Check("a bouncing contact is told once", proof.A_bouncing_contact_is_told_once());
    Check("a card that waits in the kernel is read in its order", proof.A_card_that_waits_in_the_kernel_is_read_in_its_order());
    Check("edges lost in the kernel make the frame a fault", proof.Edges_lost_in_the_kernel_make_the_frame_a_fault());
    Check("every card opens the strike", proof.Every_card_opens_the_strike(cards: 50));
}

Check("a line is free again once its program was killed, and opens locked", Dying.KillAndTakeOver(outside));
Check("a chip that is not there is refused by naming those that are", Refused("pinctrl-rp1", "gpio-sim-edge"));
Console.WriteLine(failed == 0 ? "DEVICE-OK" : $"DEVICE-FAILED {failed}");
return failed;

void Check(string name, string? trouble)
{
    failed += trouble is null ? 0 : 1;
    Console.WriteLine(trouble is null ? $"ok      {name}" : $"FAILED  {name}: {trouble}");
}

static string? Refused(string label, string instead)
{
    try
    {
        GpioChips.Open(label).Dispose();
        return "it opened";
    }
    catch (HardwareMissingException refusal)
    {
        return refusal.Message.Contains(instead, StringComparison.Ordinal) ? null : refusal.Message;
    }
}
