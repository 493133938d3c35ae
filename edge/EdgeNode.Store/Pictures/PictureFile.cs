using EdgeNode.Core;
using LiteDB;

namespace EdgeNode.Store;

/// <summary>The LiteDB file of the picture. Documents are mapped by hand, times and sequences are integers.</summary>
internal sealed class PictureFile : IDisposable
{
    private const string Applied = "appliedThrough";
    private readonly LiteDatabase _database;
    private readonly ILiteCollection<BsonDocument> _settings;
    private readonly ILiteCollection<BsonDocument> _days;

    private PictureFile(LiteDatabase database)
    {
        _database = database;
        _settings = database.GetCollection("settings");
        _days = database.GetCollection("days");
    }

    /// <summary>Opens the file, or makes it.</summary>
    public static PictureFile Open(string path) => new(new LiteDatabase(new ConnectionString { Filename = path, Connection = ConnectionType.Direct }));

    /// <summary>Renames the file and its log, so that a new one can be made.</summary>
    public static void SetAside(string path)
    {
        var log = Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path) + "-log" + Path.GetExtension(path));
        foreach (var file in (string[])[path, log])
        {
            if (File.Exists(file))
            {
                File.Move(file, file + ".damaged", overwrite: true);
            }
        }
    }

    /// <summary>How far it has followed a journal.</summary>
    /// <exception cref="InvalidDataException">It shows another journal, or more than the journal holds.</exception>
    public long Follows(string epoch, long durable)
    {
        var known = _settings.FindById("epoch")?["value"].AsString ?? epoch;
        var applied = Read(Applied);
        return known == epoch && applied <= durable ? applied
            : throw new InvalidDataException($"it shows record {applied} of epoch {known}, the journal holds {durable} of epoch {epoch}");
    }

    public long Read(string setting) => _settings.FindById(setting)?["value"].AsInt64 ?? 0;

    public void Write(string setting, long value) => _settings.Upsert(new BsonDocument { ["_id"] = setting, ["value"] = value });

    /// <summary>Applies records and how far they go, in one transaction.</summary>
    public void Apply(IEnumerable<(JournalEntry Entry, string Hash)> entries, string epoch)
    {
        _database.BeginTrans();
        foreach (var (entry, _) in entries)
        {
            Apply(entry);
            Write(Applied, entry.Sequence);
        }

        _settings.Upsert(new BsonDocument { ["_id"] = "epoch", ["value"] = epoch });
        _database.Commit();
    }

    public List<DateOnly> DaysOwed() =>
        [.. _days.FindAll().Where(day => !day["acknowledged"].AsBoolean).Select(day => DateOnly.FromDayNumber(day["_id"].AsInt32)).Order()];

    /// <summary>First and last sequence of a closed day.</summary>
    public (long First, long Through)? FindDay(DateOnly day) =>
        _days.FindById(day.DayNumber) is { } found ? (found["first"].AsInt64, found["through"].AsInt64) : null;

    public void Dispose() => _database.Dispose();

    private void Apply(JournalEntry entry)
    {
        switch (entry.Fact)
        {
            case JournalFact.DayClosed closed:
                _days.Upsert(new BsonDocument
                {
                    ["_id"] = closed.Day.DayNumber,
                    ["first"] = Read("dayClosedAt") + 1,
                    ["through"] = entry.Sequence,
                    ["acknowledged"] = false,
                });
                Write("dayClosedAt", entry.Sequence);
                break;
            case JournalFact.UsageAcknowledged acknowledged when _days.FindById(acknowledged.Day.DayNumber) is { } day:
                day["acknowledged"] = true;
                _days.Update(day);
                break;
        }
    }
}
