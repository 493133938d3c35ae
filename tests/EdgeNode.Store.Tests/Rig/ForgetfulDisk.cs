namespace EdgeNode.Store.Tests;

/// <summary>
/// A disk in memory that forgets on a power cut what was not synced: content, and names. Every operation is counted, so that the
/// power can be cut before any of them; any of them can be made to fail. Given a seed, what was not synced survives in part: any
/// sector of it, in any order, some with a flipped bit, and any of the names. Without a seed, nothing of it survives.
/// </summary>
internal sealed class ForgetfulDisk(int? seed = null) : FileLayer
{
    private readonly Random? _random = seed is { } chosen ? new(chosen) : null;
    private readonly List<Action<Dictionary<string, ForgetfulFile>>> _unsyncedNames = [];
    private Dictionary<string, ForgetfulFile> _names = [];
    private Dictionary<string, ForgetfulFile> _durableNames = [];

    /// <summary>Operations that changed or synced something.</summary>
    public int Operations { get; private set; }

    /// <summary>Syncs of content.</summary>
    public int Syncs { get; set; }

    /// <summary>Bytes written to files.</summary>
    public long Written { get; set; }

    /// <summary>The power goes before this operation; 0 = never.</summary>
    public int CutBefore { get; set; }

    /// <summary>Given the kind of operation and the file: what it is refused with now; null = it goes through.</summary>
    public Func<string, string, Exception?> Fault { get; set; } = (_, _) => null;

    /// <summary>Called before each sync, in the thread that syncs: a slow disk.</summary>
    public Action Slow { get; set; } = () => { };

    /// <summary>The power is back: only what was synced is there, and what happened to reach the disk.</summary>
    public void PowerOn()
    {
        CutBefore = 0;
        Fault = (_, _) => null;
        _names = new(_durableNames);
        foreach (var change in _unsyncedNames.Where(_ => _random?.Next(2) == 0))
        {
            change(_names);
        }

        _unsyncedNames.Clear();
        _durableNames = new(_names);
        foreach (var file in _names.Values)
        {
            file.Forget(_random);
        }
    }

    /// <summary>Refuses everything, as a disk that is full, broken or read-only.</summary>
    public void Refuse(string words = "No space left on device") => Fault = (kind, _) => Is(kind) ? new IOException($"{words} ({kind}).") : null;

    /// <summary>Refuses one kind of operation.</summary>
    public void Refuse(string kind, string words) => Fault = (now, _) => now == kind ? new IOException($"{words} ({kind}).") : null;

    /// <summary>Takes everything again.</summary>
    public void Recover() => Fault = (_, _) => null;

    public byte[] Content(string path) => [.. _names[path].Bytes];

    public override void CreateFolder(string folder)
    {
    }

    public override IReadOnlyList<string> List(string folder)
    {
        Step("list", folder, changes: false);
        return [.. _names.Keys.Where(path => Path.GetDirectoryName(path) == folder).Order(StringComparer.Ordinal)];
    }

    public override byte[] ReadAll(string path)
    {
        Step("read", path, changes: false);
        return [.. Find(path).Bytes];
    }

    public override OpenFile Create(string path)
    {
        Step("create", path);
        var file = new ForgetfulFile();
        Change(names => names[path] = file);
        return new ForgetfulHandle(this, path, file);
    }

    public override OpenFile Open(string path, bool write)
    {
        Step(write ? "open to write" : "open", path, changes: false);
        return new ForgetfulHandle(this, path, Find(path));
    }

    public override void Rename(string from, string to)
    {
        Step("rename", to);
        var file = Find(from);
        Change(names =>
        {
            names[to] = file;
            names.Remove(from);
        });
    }

    public override void Link(string path, string second)
    {
        Step("link", second);
        var file = Find(path);
        Change(names => names[second] = file);
    }

    public override void Delete(string path)
    {
        Step("delete", path);
        Change(names => names.Remove(path));
    }

    public override void SyncFolder(string folder)
    {
        Step("sync folder", folder);
        _unsyncedNames.Clear();
        _durableNames = new(_names);
    }

    /// <summary>One operation: the power may go, or the disk may refuse.</summary>
    public void Step(string kind, string path, bool changes = true)
    {
        Operations += changes ? 1 : 0;
        if (CutBefore > 0 && Operations >= CutBefore)
        {
            throw new PowerCutException();
        }

        if (Fault(kind, Path.GetFileName(path)) is { } fault)
        {
            throw fault;
        }
    }

    private static bool Is(string kind) => kind is not ("read" or "list" or "open");

    private void Change(Action<Dictionary<string, ForgetfulFile>> change)
    {
        change(_names);
        _unsyncedNames.Add(change);
    }

    private ForgetfulFile Find(string path) => _names.TryGetValue(path, out var file) ? file : throw new FileNotFoundException($"No such file or directory: {path}");
}
