using System.Globalization;
using System.Security.Cryptography;

namespace EdgeNode.Store;

/// <summary>Policy letters, each in a file named by its version and content. The last two are kept; a corrupt one is passed over.</summary>
public sealed class PolicyFiles
{
    private const string Ending = ".letter";
    private const int Kept = 2;
    private readonly FileLayer _files = LinuxFiles.Instance;
    private readonly string _folder;
    private readonly Action<string> _report;

    /// <summary>Opens the folder.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="report">Told of every file that cannot be used.</param>
    public PolicyFiles(string folder, Action<string> report)
    {
        (_folder, _report) = (folder, report);
        _files.CreateFolder(folder);
        _files.DropTemporaries(folder);
    }

    /// <summary>Keeps a verified letter durably; older ones but the last go.</summary>
    public void Save(long version, ReadOnlySpan<byte> letter)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"policy-{version:D20}-{Convert.ToHexStringLower(SHA256.HashData(letter))}{Ending}");
        _files.Replace(Path.Combine(_folder, name), letter);
        foreach (var old in Letters().Skip(Kept))
        {
            _files.Delete(old);
        }
    }

    /// <summary>Whole letters, newest first.</summary>
    public IEnumerable<(long Version, byte[] Letter)> LoadNewestFirst()
    {
        foreach (var path in Letters())
        {
            var letter = _files.ReadAll(path);
            if (Parse(path) is var (version, hash) && hash == Convert.ToHexStringLower(SHA256.HashData(letter)))
            {
                yield return (version, letter);
            }
            else
            {
                _report($"The policy file {Path.GetFileName(path)} is not what was written; it is passed over. The network sends the policy again.");
            }
        }
    }

    private IEnumerable<string> Letters() =>
        _files.List(_folder).Where(path => path.EndsWith(Ending, StringComparison.Ordinal)).Reverse();

    private static (long Version, string Hash)? Parse(string path) =>
        Path.GetFileNameWithoutExtension(path).Split('-') is ["policy", var version, var hash]
        && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, hash) : null;
}
