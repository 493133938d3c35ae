using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>
/// Puts a store back from a backup. It is unpacked and proved beside what is there; only then does it take its place, and what was there before
/// is kept. Whatever interrupts it, the next try begins anew; once one has begun to take its place, no node starts on that store until one has come to its end.
/// </summary>
public sealed class StoreRestoring : IDisposable
{
    private readonly string _store;
    private readonly string _staging;
    private readonly OwnerLock? _owner;

    private StoreRestoring(string store, OwnerLock? owner) => (_store, _staging, _owner) = (store, Path.Combine(store, StoreCopy.Staging), owner);

    /// <summary>Begins; a node that runs on the store is refused.</summary>
    /// <param name="store">The store's folder; made where there is none.</param>
    /// <exception cref="IOException">Another process uses the store, or the disk refused.</exception>
    public static StoreRestoring Begin(string store)
    {
        LinuxFiles.Instance.CreateFolder(store);
        var journal = JournalOf(store);
        var restoring = new StoreRestoring(store, Directory.Exists(journal) ? OwnerLock.Take(journal) : null);
        if (Directory.Exists(restoring._staging))
        {
            Directory.Delete(restoring._staging, recursive: true);
        }

        LinuxFiles.Instance.CreateFolder(restoring._staging);
        return restoring;
    }

    /// <summary>Whether a store is neither what it was nor what was to be put back: a restoring was interrupted while it took its place.</summary>
    public static bool IsInterrupted(string store) => File.Exists(MarkOf(store));

    /// <summary>Takes one file of the backup.</summary>
    public void Add(string name, byte[] content)
    {
        var path = Path.Combine(_staging, name);
        LinuxFiles.Instance.CreateFolder(Path.GetDirectoryName(path)!);
        LinuxFiles.Instance.Replace(path, content);
    }

    /// <summary>All files are there: lets the journal go on, and puts the store in its place.</summary>
    /// <param name="options">How the journal is opened.</param>
    /// <param name="at">Now.</param>
    /// <returns>The last record of the backup, what was wrong with it, in words, and where the store from before is kept; null = there was none.</returns>
    /// <exception cref="IOException">See <see cref="JournalRestoring.GoOn(string, JournalOptions, Moment)"/>, or the disk refused.</exception>
    public (long Last, IReadOnlyList<string> Problems, string? Before) Finish(JournalOptions options, Moment at)
    {
        var (last, problems) = JournalRestoring.GoOn(JournalOf(_staging), options, at);
        LinuxFiles.Instance.Replace(MarkOf(_store), []);
        var before = Clear();
        Move(_staging, _store, _ => true);
        LinuxFiles.Instance.Delete(MarkOf(_store));
        LinuxFiles.Instance.SyncFolder(_store);
        return (last, problems, before);
    }

    /// <summary>What was unpacked and did not take its place goes; the mark of an interrupted one stays.</summary>
    public void Dispose()
    {
        Directory.Delete(_staging, recursive: true);
        _owner?.Dispose();
    }

    private static string MarkOf(string store) => Path.Combine(store, StoreCopy.Mark);

    private static string JournalOf(string store) => Path.Combine(store, "journal");

    private string? Clear()
    {
        if (!Directory.EnumerateFileSystemEntries(_store).Any(IsOld))
        {
            return null;
        }

        var aside = Enumerable.Range(1, int.MaxValue).Select(number => Path.Combine(_store, $"{StoreCopy.Aside}{number}")).First(path => !Directory.Exists(path));
        LinuxFiles.Instance.CreateFolder(aside);
        Move(_store, aside, IsOld);
        return aside;
    }

    private static bool IsOld(string path) => Path.GetFileName(path) is var name && name is not (StoreCopy.Staging or StoreCopy.Mark) && !name.StartsWith(StoreCopy.Aside, StringComparison.Ordinal);

    private static void Move(string from, string to, Func<string, bool> which)
    {
        foreach (var path in Directory.GetFileSystemEntries(from).Where(which))
        {
            Directory.Move(path, Path.Combine(to, Path.GetFileName(path)));
        }

        LinuxFiles.Instance.SyncFolder(to);
        LinuxFiles.Instance.SyncFolder(from);
    }
}
