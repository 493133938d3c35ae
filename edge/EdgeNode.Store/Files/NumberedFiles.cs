using System.Globalization;
using System.Security.Cryptography;

namespace EdgeNode.Store;

/// <summary>Whole images, each in a file named by its number and content. The last two whole ones are kept; a corrupt one is passed over.</summary>
/// <param name="files">Where on.</param>
/// <param name="folder">Where.</param>
/// <param name="word">First word of the names.</param>
/// <param name="ending">Ending of the names.</param>
/// <param name="corrupt">Told of every file that is not what was written.</param>
internal sealed class NumberedFiles(FileLayer files, string folder, string word, string ending, Action<string> corrupt)
{
    private const int Kept = 2;

    /// <summary>Makes the folder, and drops what an interrupted write left.</summary>
    public void Begin()
    {
        files.CreateFolder(folder);
        files.DropTemporaries(folder);
    }

    /// <summary>Keeps an image: durable when this returns. Whole ones older than the last two go.</summary>
    /// <exception cref="IOException">The disk did not take it; those before are untouched.</exception>
    public void Save(long number, ReadOnlySpan<byte> image)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{word}-{number:D20}-{Convert.ToHexStringLower(SHA256.HashData(image))}{ending}");
        files.Replace(Path.Combine(folder, name), image);
        foreach (var old in All().Where(path => ReadWhole(path) is not null).Skip(Kept).ToList())
        {
            files.Delete(old);
        }
    }

    /// <summary>Deletes all.</summary>
    public void Clear()
    {
        All().ToList().ForEach(files.Delete);
        files.SyncFolder(folder);
    }

    /// <summary>Whole images, newest first, each with its SHA-256 in lower-case hex.</summary>
    public IEnumerable<(long Number, byte[] Image, string Hash)> LoadNewestFirst()
    {
        foreach (var path in All())
        {
            if (ReadWhole(path) is { } whole)
            {
                yield return whole;
            }
            else
            {
                corrupt(Path.GetFileName(path));
            }
        }
    }

    private IEnumerable<string> All() => files.List(folder).Where(path => path.EndsWith(ending, StringComparison.Ordinal)).Reverse();

    private (long Number, byte[] Image, string Hash)? ReadWhole(string path)
    {
        if (Path.GetFileNameWithoutExtension(path).Split('-') is not [var first, var text, var hash]
            || first != word
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        try
        {
            var image = files.ReadAll(path);
            return hash == Convert.ToHexStringLower(SHA256.HashData(image)) ? (number, image, hash) : null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // What the disk does not give back is no whole image; the caller reports it as such.
            return null;
        }
    }
}
