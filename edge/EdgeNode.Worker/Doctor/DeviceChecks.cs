namespace EdgeNode.Worker;

/// <summary>Pins, buses and ports that the site's file names.</summary>
internal static class DeviceChecks
{
    public static IEnumerable<Finding> Of(SiteConfiguration site, MachineFacts facts) =>
        [.. site.Gpio == GpioUse.None ? [Rehearsal] : Pins(site, facts), .. Ports(site, facts), .. Readers(site, facts)];

    private static Finding Rehearsal { get; } = Finding.Warning("pins", "gpio: none, so no door moves", "Write gpio: real in the file once the wires are there.");

    private static IEnumerable<Finding> Pins(SiteConfiguration site, MachineFacts facts)
    {
        var plan = PinPlan.Of(site);
        foreach (var chip in plan.Select(use => use.Chip).Distinct())
        {
            yield return facts.ChipTroubles.GetValueOrDefault(chip) is { } trouble
                ? Finding.Failed($"pins of {chip}", trouble, "Once it is put right, ask again.")
                : Finding.Good($"pins of {chip}", $"{plan.Count(use => use.Chip == chip)} lines in use");
        }

        foreach (var use in plan.Where(use => use.IsOnHeader && use.Bus is null && facts.TakenLines.ContainsKey(use.Line)))
        {
            yield return Finding.Failed($"line {use.Line}", $"{use.What} of {use.Place}, but {facts.TakenLines[use.Line]} has this line", "Switch that off in raspi-config (Interface Options), or choose another line in the file and on the board.");
        }

        if (facts.Board?.StartsWith("Raspberry Pi", StringComparison.Ordinal) == true)
        {
            yield return facts.StrictGpio
                ? Finding.Good("lines of a dead program", "let go by the kernel")
                : Finding.Warning("lines of a dead program", "keep their level: a released strike would stay released", "Write dtparam=strict_gpiod into /boot/firmware/config.txt and restart.");
        }
    }

    private static IEnumerable<Finding> Ports(SiteConfiguration site, MachineFacts facts)
    {
        foreach (var path in DevicePaths.Of(site))
        {
            yield return facts.Devices.GetValueOrDefault(path, DeviceFact.Missing) switch
            {
                DeviceFact.Missing => Finding.Failed(path, "not there", Absent(path)),
                DeviceFact.Forbidden => Finding.Failed(path, "may not be used", $"Put {MachineFacts.ServiceUser} into its group (ls -l shows it): sudo systemd-sysusers edgenode.conf"),
                _ when facts.ConsolePort == path => Finding.Failed(path, "the kernel's console writes there too", "raspi-config, Interface Options, Serial Port: no login shell, hardware enabled."),
                _ when path.StartsWith("/dev/ttyUSB", StringComparison.Ordinal) || path.StartsWith("/dev/ttyACM", StringComparison.Ordinal) =>
                    Finding.Warning(path, "there; its number may change with the next plug", "Name it by what does not change: ls -l /dev/serial/by-id"),
                _ => Finding.Good(path, "there"),
            };
        }
    }

    private static string Absent(string path) =>
        path.StartsWith("/dev/i2c", StringComparison.Ordinal) ? "raspi-config, Interface Options, I2C: enable."
        : path.StartsWith("/dev/spi", StringComparison.Ordinal) ? "raspi-config, Interface Options, SPI: enable."
        : "Plug it in; ls /dev/serial/by-id shows what is there.";

    private static IEnumerable<Finding> Readers(SiteConfiguration site, MachineFacts facts)
    {
        if (site.Readers.Any(reader => reader is ReaderSettings.Pcsc) && !facts.PcscDaemon)
        {
            yield return Finding.Failed("USB readers", "the PC/SC daemon does not listen", "sudo apt install pcscd libccid; sudo systemctl enable --now pcscd.socket");
        }

        foreach (var reader in facts.Unpaired)
        {
            yield return Finding.Failed($"reader {reader}", "has no key", $"Pair it while the node is stopped: edgenode osdp pair --reader {reader}");
        }
    }
}
