using System.Globalization;
using System.Security.Cryptography;

namespace EdgeNode.Store;

/// <summary>Policy letters, each in a file named by its version and content. The last two whole ones are kept; a corrupt one is passed over.</summary>
public sealed class PolicyFiles
{
    private const string Ending = ".letter";
    private const int Kept = 2;
    private readonly FileLayer _files;
    private readonly string _folder;
    private readonly Action<string> _report;

    /// <summary>Opens the folder.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="report">Told of every file that cannot be used.</param>
    public PolicyFiles(string folder, Action<string> report)
        : this(folder, report, LinuxFiles.Instance)
    {
    }

    internal PolicyFiles(string folder, Action<string> report, FileLayer files)
    {
        (_folder, _report, _files) = (folder, report, files);
        _files.CreateFolder(folder);
        _files.DropTemporaries(folder);
    }

    /// <summary>Keeps a verified letter: durable when this returns. Whole letters older than the last two go.</summary>
    /// <exception cref="IOException">The disk did not take it; the letters before are untouched.</exception>
    public void Save(long version, ReadOnlySpan<byte> letter)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"policy-{version:D20}-{Convert.ToHexStringLower(SHA256.HashData(letter))}{Ending}");
        _files.Replace(Path.Combine(_folder, name), letter);
        foreach (var old in Letters().Where(path => ReadWhole(path) is not null).Skip(Kept).ToList())
        {
            _files.Delete(old);
        }
    }

    /// <summary>Whole letters, newest first.</summary>
    public IEnumerable<(long Version, byte[] Letter)> LoadNewestFirst()
    {
        foreach (var path in Letters())
        {
            if (ReadWhole(path) is { } whole)
            {
                yield return whole;
            }
            else
            {
                _report($"The policy file {Path.GetFileName(path)} is not what was written; it is passed over for the one before. The network sends the policy again; have the disk checked.");
            }
        }
    }

    private IEnumerable<string> Letters() =>
        _files.List(_folder).Where(path => path.EndsWith(Ending, StringComparison.Ordinal)).Reverse();

    private (long Version, byte[] Letter)? ReadWhole(string path)
    {
        if (Path.GetFileNameWithoutExtension(path).Split('-') is not ["policy", var version, var hash]
            || !long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        try
        {
            var letter = _files.ReadAll(path);
            return hash == Convert.ToHexStringLower(SHA256.HashData(letter)) ? (number, letter) : null;
        }
        catch (IOException)
        {
            // What the disk does not give back is no whole letter; the caller reports it as such.
            return null;
        }
    }
}
