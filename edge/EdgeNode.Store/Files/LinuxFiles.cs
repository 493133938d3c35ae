namespace EdgeNode.Store;

/// <summary>The real file system.</summary>
internal sealed class LinuxFiles : FileLayer
{
    public static readonly LinuxFiles Instance = new();

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public override void CreateFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            var parent = Path.GetDirectoryName(Path.GetFullPath(folder))!;
            CreateFolder(parent);
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
            SyncFolder(parent);
        }
    }

    public override IReadOnlyList<string> List(string folder) => [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)];

    public override byte[] ReadAll(string path) => File.ReadAllBytes(path);

    public override OpenFile Create(string path) => new LinuxFile(path, new()
    {
        Mode = FileMode.Create,
        Access = FileAccess.ReadWrite,
        Share = FileShare.ReadWrite | FileShare.Delete,
        BufferSize = 0,
        UnixCreateMode = OwnerOnly,
    });

    public override OpenFile Open(string path, bool write) => new LinuxFile(path, new()
    {
        Mode = FileMode.Open,
        Access = write ? FileAccess.ReadWrite : FileAccess.Read,
        Share = FileShare.ReadWrite | FileShare.Delete,
        BufferSize = 0,
    });

    public override void Rename(string from, string to) => File.Move(from, to, overwrite: true);

    public override void Link(string path, string second) => LinuxSync.Link(path, second);

    public override void Delete(string path) => File.Delete(path);

    public override void SyncFolder(string folder) => LinuxSync.Folder(folder);
}
