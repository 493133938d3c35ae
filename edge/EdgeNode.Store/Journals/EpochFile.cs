using System.Text;

namespace EdgeNode.Store;

/// <summary>The file that holds the journal's epoch; every segment carries a copy.</summary>
internal static class EpochFile
{
    private const string Name = "epoch";

    /// <summary>The epoch in a folder; null when the file is missing or holds none.</summary>
    public static string? Read(FileLayer files, string folder)
    {
        var path = Path.Combine(folder, Name);
        return files.List(folder).Contains(path) && Encoding.UTF8.GetString(files.ReadWhatIsThere(path).Bytes).Trim() is var epoch && IsEpoch(epoch) ? epoch : null;
    }

    /// <summary>Keeps the epoch durably.</summary>
    /// <exception cref="ArgumentException">It is empty or too long.</exception>
    public static void Write(FileLayer files, string folder, string epoch)
    {
        if (!IsEpoch(epoch))
        {
            throw new ArgumentException($"An epoch has 1 to {SegmentHeader.EpochLength} bytes of UTF-8; this one has {Encoding.UTF8.GetByteCount(epoch)}.", nameof(epoch));
        }

        files.Replace(Path.Combine(folder, Name), Encoding.UTF8.GetBytes(epoch));
    }

    private static bool IsEpoch(string text) => text.Length > 0 && Encoding.UTF8.GetByteCount(text) <= SegmentHeader.EpochLength;
}
