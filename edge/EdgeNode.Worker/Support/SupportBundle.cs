using System.Collections.Immutable;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace EdgeNode.Worker;

/// <summary>What somebody who helps from afar needs. Made of what is known to be harmless, and not by striking out what is known to be secret.</summary>
internal static class SupportBundle
{
    /// <summary>Texts by name; none of them has a name of a person, a card number, a code or a key.</summary>
    public static ImmutableArray<(string Name, string Text)> Of(SiteConfiguration site, string file, MachineFacts facts, ImmutableArray<Finding> findings)
    {
        var journal = NodeStore.JournalFolder(site);
        return
        [
            ("about.txt", $"edgenode {Node.ProgramVersion}\n{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.ProcessArchitecture}\n{facts.Board ?? "no board"}, {facts.Os} {facts.OsVersion}, Linux {facts.Kernel}\n"),
            ("doctor.txt", DoctorCommand.Table([.. findings.Select(Harmless)])),
            ("site.txt", HarmlessSite.Of(file)),
            ("wiring.txt", WiringPage.Of(site)),
            ("journal.txt", Directory.Exists(journal) ? JournalOutline.Of(journal) : "none\n"),
        ];
    }

    /// <summary>Writes them into a zip file that is not there yet and that its owner alone may read.</summary>
    /// <exception cref="IOException">The file exists, or the disk refused.</exception>
    public static void Write(string path, ImmutableArray<(string Name, string Text)> texts)
    {
        using var stream = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var (name, text) in texts)
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(text));
        }
    }

    // Who asked is somebody's name.
    private static Finding Harmless(Finding finding) => finding.Check == MachineChecks.WhoAsks && finding.Verdict != Verdict.Good ? finding with { Result = "(left out)" } : finding;
}
