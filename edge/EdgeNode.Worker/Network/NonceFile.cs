using System.Globalization;

namespace EdgeNode.Worker;

/// <summary>The nonces of commands that may still be repeated, one a line, each on the disk before its command is followed.</summary>
internal sealed class NonceFile
{
    // A clock that is set back must not make an old command young again.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private readonly string _path;
    private readonly Dictionary<string, DateTimeOffset> _known = [];

    /// <summary>Reads the file; a line that a power cut left half is none: its command was not followed.</summary>
    public NonceFile(string path)
    {
        _path = path;
        foreach (var words in File.Exists(path) ? File.ReadLines(path).Select(line => line.Split(' ')) : [])
        {
            if (words is [var nonce, var until, "."] && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
            {
                _known[nonce] = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
            }
        }
    }

    /// <summary>Adds a nonce, durably on return; false when it is known.</summary>
    public bool TryAdd(string nonce, DateTimeOffset notAfter, DateTimeOffset now)
    {
        foreach (var old in _known.Where(known => known.Value + Remembered < now).Select(known => known.Key).ToArray())
        {
            _known.Remove(old);
        }

        if (!_known.TryAdd(nonce, notAfter))
        {
            return false;
        }

        var beside = _path + ".new";
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write))
        {
            var lines = string.Concat(_known.Select(known => string.Create(CultureInfo.InvariantCulture, $"{known.Key} {known.Value.ToUnixTimeMilliseconds()} .\n")));
            file.Write(System.Text.Encoding.UTF8.GetBytes(lines));
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, _path, overwrite: true);
        return true;
    }
}
