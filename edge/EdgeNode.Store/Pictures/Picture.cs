using EdgeNode.Core;
using LiteDB;

namespace EdgeNode.Store;

/// <summary>
/// The queryable picture of the journal in LiteDB: days, acknowledgements, settings. It stores in the same transaction how far it
/// has followed the journal, and is rebuilt from there whenever it cannot be trusted. Nothing waits for it on the way of a tap.
/// </summary>
public sealed class Picture : IDisposable
{
    private const string Cursor = "acknowledgedThrough";
    private readonly Journal _journal;
    private readonly PictureFile _file;
    private readonly Lock _lock = new();
    private volatile IReadOnlyList<DateOnly> _owed = [];

    private Picture(Journal journal, PictureFile file) => (_journal, _file) = (journal, file);

    /// <summary>Last sequence of the journal that it shows.</summary>
    public long AppliedThrough { get; private set; }

    /// <summary>Last sequence that the hub acknowledged; 0 = none, or the picture was rebuilt and the hub says it again.</summary>
    public long AcknowledgedThrough
    {
        get => _file.Read(Cursor);
        set => _file.Write(Cursor, value);
    }

    /// <summary>Opens the picture and lets it follow the journal; one that is damaged or of another journal is set aside and rebuilt.</summary>
    public static Picture Open(string path, Journal journal, Action<string> report)
    {
        try
        {
            return Follow(path, journal);
        }
        catch (Exception damage) when (damage is LiteException or InvalidDataException or InvalidCastException or IOException or FormatException)
        {
            report($"The picture {Path.GetFileName(path)} could not be used ({damage.Message}); it was set aside and rebuilt from the journal.");
            PictureFile.SetAside(path);
            return Follow(path, journal);
        }
    }

    /// <summary>Applies what has become durable since.</summary>
    public void CatchUp()
    {
        lock (_lock)
        {
            var entries = _journal.ReadLines(AppliedThrough + 1)
                .Select(line => (JournalCodec.Decode(line.Public, line.Personal).Entry, line.Hash))
                .ToArray();
            if (entries.Length > 0)
            {
                AppliedThrough = entries[^1].Entry.Sequence;
                _file.Apply(entries, _journal.Epoch);
                _owed = _file.DaysOwed();
            }
        }
    }

    /// <summary>Closed usage days that the hub has not acknowledged, oldest first.</summary>
    public IReadOnlyList<DateOnly> DaysOwed() => _owed;

    /// <summary>A closed usage day, or null. Where the clock made a date close twice, both ranges are one day.</summary>
    public UsageDay? FindDay(DateOnly day) => _file.FindDay(day) is not var (first, through) ? null : Read(day, first, through);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static Picture Follow(string path, Journal journal)
    {
        var file = PictureFile.Open(path);
        try
        {
            var picture = new Picture(journal, file) { AppliedThrough = file.Follows(journal.Epoch, journal.Durable) };
            picture.CatchUp();
            picture._owed = file.DaysOwed();
            return picture;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private UsageDay? Read(DateOnly day, long first, long through) => UsageRollup
        .Days(_journal.ReadLines(first)
            .Select(line => (JournalCodec.Decode(line.Public, line.Personal).Entry, line.Hash))
            .TakeWhile(read => read.Entry.Sequence <= through))
        .LastOrDefault(found => found.Day == day);
}
