using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>Makes a machine the site of a backup: its files where they are missing, its store in the place of any other.</summary>
internal static class SiteRestoring
{
    /// <summary>Puts everything back; refused, the store that is here stays as it was.</summary>
    /// <param name="backup">The backup.</param>
    /// <param name="config">Where the configuration file is or comes to lie.</param>
    /// <param name="code">What opens the backup.</param>
    /// <param name="now">Now.</param>
    /// <returns>What was done and is left to do, in words.</returns>
    /// <exception cref="InvalidDataException">It is no backup, is damaged, or the code is another one's.</exception>
    /// <exception cref="FormatException">It is of another site than the configuration file that is there, or its own cannot be read.</exception>
    /// <exception cref="IOException">A node runs here, the clock is wrong, or a disk refused.</exception>
    public static IReadOnlyList<string> Run(string backup, string config, RecoveryCode code, DateTimeOffset now)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(config))!;
        var entries = BackupFile.Read(backup, code);
        var others = entries.TakeWhile(entry => !entry.OfStore).ToDictionary(entry => entry.Name, entry => entry.Content, StringComparer.Ordinal);
        var site = Configuration(others, config, folder);
        var options = new JournalOptions { FillSalt = RandomNumberGenerator.Fill, NewEpoch = () => throw new InvalidDataException("there is no journal in it") };
        using var restoring = StoreRestoring.Begin(site.StoreFolder);
        foreach (var entry in entries.Where(entry => entry.OfStore))
        {
            restoring.Add(entry.Name, entry.Content);
        }

        var (last, problems, before) = restoring.Finish(options, new(TimeSpan.Zero, now, KernelClock.IsSynchronised() ? ClockTrust.Trusted : ClockTrust.Untrusted));
        var placed = others.Select(other => (Name: other.Key == SiteFiles.Configuration ? Path.GetFileName(config) : other.Key, other.Value))
            .Where(other => Place(Path.Combine(folder, other.Name), other.Value)).Select(other => other.Name).ToList();
        Own(site.StoreFolder, folder, placed);
        return
        [
            $"The site {site.Definition.Id.Value} is back as it was at record {last}.",
            .. problems,
            .. placed.Select(name => $"{name} was put into {folder}."),
            .. before is null ? Array.Empty<string>() : [$"The memory that was here is kept in {before}; remove it when nobody needs it."],
            .. SiteFiles.Missing(site).Select(file => $"{file} is missing, and was not in the backup: put it there."),
            "The machine that made the backup must never run again. Start this one: systemctl start edgenode",
        ];
    }

    private static SiteConfiguration Configuration(Dictionary<string, byte[]> others, string config, string folder)
    {
        if (!others.TryGetValue(SiteFiles.Configuration, out var text))
        {
            throw new InvalidDataException("there is no configuration in it");
        }

        var ours = SiteConfigurationReader.Read(Encoding.UTF8.GetString(text), folder);
        if (!File.Exists(config))
        {
            return ours.Configuration ?? throw new FormatException($"this release does not take the configuration in it; install the one that made it:\n{ErrorPage.Render(SiteFiles.Configuration, Encoding.UTF8.GetString(text), ours.Errors)}");
        }

        var file = ConfigurationFile.Read(config);
        return file.Result.Configuration is not { } there ? throw new FormatException($"{config} has mistakes; mend or remove it:\n{file.RenderErrors()}")
            : ours.Configuration is { } kept && kept.Definition.Id != there.Definition.Id
                ? throw new FormatException($"it is of the site '{kept.Definition.Id.Value}', and {config} of '{there.Definition.Id.Value}'; remove that file if this machine is to become the other site")
                : there;
    }

    // What somebody has changed here since is not undone.
    private static bool Place(string path, byte[] content)
    {
        if (File.Exists(path))
        {
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead,
        });
        file.Write(content);
        file.Flush(flushToDisk: true);
        return true;
    }

    // As root, everything must belong to whom the folders belong.
    private static void Own(string store, string folder, IEnumerable<string> placed)
    {
        if (Environment.IsPrivilegedProcess)
        {
            Chown(["-R", "--reference", store, "--", .. Directory.GetFileSystemEntries(store)]);
            Chown(["--reference", folder, "--", .. placed.Select(name => Path.Combine(folder, name))]);
        }
    }

    private static void Chown(string[] arguments)
    {
        using var chown = Process.Start("chown", arguments);
        chown.WaitForExit();
        if (chown.ExitCode != 0)
        {
            throw new IOException($"everything is back, but chown {string.Join(' ', arguments)} failed; run it, so that the service may use it");
        }
    }
}
