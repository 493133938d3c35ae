using System.Globalization;
using System.Security.Cryptography;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>A site's encrypted backups in their folder, named by the site and the time in UTC. Made by the node and by the command alike.</summary>
/// <param name="configurationFile">The site's configuration file.</param>
/// <param name="site">What it says.</param>
internal sealed class SiteBackups(string configurationFile, SiteConfiguration site)
{
    private const string Ending = ".edgenode-backup";
    private const string Stamp = "yyyyMMdd-HHmmss";

    // After the nightly upload, so that the copy holds what the network acknowledged.
    private static readonly TimeOnly Nightly = new(4, 30);

    private string Folder => site.Backup!.Folder;

    private string Prefix => $"{site.Definition.Id.Value}-";

    /// <summary>The code that opens this site's backups.</summary>
    public RecoveryCode Code => SiteKeys.OpenRecoveryCode(Path.Combine(site.StoreFolder, "keys"), RandomNumberGenerator.Fill);

    /// <summary>When the newest was made; null = there is none.</summary>
    /// <exception cref="IOException">The folder is not there, or cannot be read.</exception>
    public DateTimeOffset? Newest() => All() is [.., var newest] ? TimeOf(newest) : null;

    /// <summary>Whether the last night's is missing.</summary>
    /// <param name="newest">When the newest was made.</param>
    /// <param name="now">Now.</param>
    /// <param name="zone">The site's zone.</param>
    public static bool IsDue(DateTimeOffset? newest, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = zone.Instant(zone.LocalDay(now), Nightly);
        var last = today <= now ? today : zone.Instant(zone.LocalDay(now).AddDays(-1), Nightly);
        return newest is null || newest < last;
    }

    /// <summary>Makes one in the folder and lets those go that are more than are kept.</summary>
    /// <returns>The file and its size in bytes.</returns>
    /// <exception cref="IOException">The folder is not there, or a disk refused.</exception>
    public (string Path, long Bytes) Make(DateTimeOffset now)
    {
        Demand();
        var path = Path.Combine(Folder, Prefix + now.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture) + Ending);
        var bytes = Write(path);
        foreach (var old in All().SkipLast(site.Backup!.Keep))
        {
            File.Delete(old);
        }

        return (path, bytes);
    }

    /// <summary>Writes one into a file.</summary>
    /// <returns>Its size in bytes.</returns>
    public long Write(string path) => BackupFile.Write(path, Code, SiteFiles.Of(configurationFile, site), site.StoreFolder);

    // A mount that is missing must not be filled up with backups on the card below it.
    private void Demand()
    {
        if (!Directory.Exists(Folder))
        {
            throw new IOException($"the folder {Folder} is not there. Put the stick back, or write another folder under backup: in the file");
        }
    }

    private List<string> All()
    {
        Demand();
        return [.. Directory.GetFiles(Folder, $"{Prefix}*{Ending}").Where(path => TimeOf(path) is not null).Order(StringComparer.Ordinal)];
    }

    private DateTimeOffset? TimeOf(string path) =>
        DateTimeOffset.TryParseExact(Path.GetFileName(path)[Prefix.Length..^Ending.Length], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
