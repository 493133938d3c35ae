using System.Globalization;
using EdgeNode.Core;
using LiteDB;

namespace EdgeNode.Store;

/// <summary>The LiteDB file of the picture. Documents are mapped by hand, times and sequences are integers.</summary>
internal sealed class PictureFile : IDisposable
{
    private const string SettingPrefix = "setting:";
    private readonly LiteDatabase _database;
    private readonly SealedCollection _settings;
    private readonly SealedCollection _days;
    private readonly SealedCollection _sessions;
    private readonly SealedCollection _acknowledged;
    private readonly SealedCollection _people;

    private PictureFile(LiteDatabase database, string epoch)
    {
        _database = database;
        (_settings, _days) = (new(database, "settings"), new(database, "days"));
        (_sessions, _acknowledged, _people) = (new(database, "sessions"), new(database, "acknowledged"), new(database, "people"));
        _sessions.Index(SessionDocument.Day);
        State = PictureState.Read(_settings) ?? new(epoch, 0, JournalCodec.Genesis, 0, 0, 0, 0, 0);
    }

    /// <summary>How far it has followed.</summary>
    public PictureState State { get; private set; }

    /// <summary>Names of people by their reference.</summary>
    public IEnumerable<(HolderRef Holder, string Name)> People => _people.All.Select(person => (new HolderRef(person["_id"].AsString), person["name"].AsString));

    /// <summary>Opens the file, or makes one for an epoch.</summary>
    public static PictureFile Open(string path, string epoch)
    {
        var database = new LiteDatabase(new ConnectionString { Filename = path, Connection = ConnectionType.Direct });
        try
        {
            return new(database, epoch);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>One that no disk is asked for.</summary>
    public static PictureFile InMemory(string epoch) => new(new LiteDatabase(new MemoryStream()), epoch);

    /// <summary>Renames the file and its log out of the way; none that was set aside before is overwritten.</summary>
    /// <returns>The new name.</returns>
    public static string SetAside(string path)
    {
        var log = Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path) + "-log" + Path.GetExtension(path));
        var number = 1;
        while (File.Exists(Aside(path, number)) || File.Exists(Aside(log, number)))
        {
            number++;
        }

        foreach (var file in (string[])[path, log])
        {
            if (File.Exists(file))
            {
                File.Move(file, Aside(file, number));
            }
        }

        return Path.GetFileName(Aside(path, number));
    }

    /// <summary>Deletes the file, its log and everything that was set aside of it.</summary>
    public static void Delete(string path)
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileNameWithoutExtension(path) + "*"))
        {
            File.Delete(file);
        }
    }

    /// <summary>Looks whether it shows this journal, and is whole.</summary>
    /// <exception cref="InvalidDataException">It does not, or is not.</exception>
    public void Check(Journal journal)
    {
        if (State.Epoch != journal.Epoch || State.Through > journal.Durable)
        {
            throw new InvalidDataException($"it shows record {State.Through} of epoch {State.Epoch}, the journal holds {journal.Durable} of epoch {journal.Epoch}");
        }

        if (State.Through > 0 && journal.ReadLines(State.Through).FirstOrDefault()?.Hash != State.Head)
        {
            throw new InvalidDataException($"it shows another record {State.Through} than the journal");
        }

        var found = (_days.All.LongCount(), _sessions.All.LongCount(), _acknowledged.All.LongCount());
        if (found != (State.Days, State.Sessions, State.Acknowledged))
        {
            throw new InvalidDataException($"it holds {found} days, sessions and acknowledgements instead of {(State.Days, State.Sessions, State.Acknowledged)}");
        }

        _ = (_people.All.LongCount(), _settings.All.LongCount());
    }

    /// <summary>Whether a fact changes what the picture shows.</summary>
    public static bool Shows(JournalFact fact) => fact is JournalFact.DayClosed or JournalFact.UsageAcknowledged;

    /// <summary>Applies records and how far they go, in one transaction; nothing of it counts when it fails.</summary>
    /// <param name="entries">Records behind the last one applied, with their hashes.</param>
    /// <param name="rollup">Reads the closed day in a range of sequences.</param>
    public void Apply(IReadOnlyList<(JournalEntry Entry, string Hash)> entries, Func<DateOnly, long, long, UsageDay> rollup)
    {
        var before = State;
        _database.BeginTrans();
        try
        {
            foreach (var (entry, _) in entries)
            {
                Apply(entry, rollup);
            }

            State = State with { Through = entries[^1].Entry.Sequence, Head = entries[^1].Hash };
            State.Write(_settings);
            _database.Commit();
        }
        catch
        {
            State = before;
            _database.Rollback();
            throw;
        }
    }

    /// <summary>Closed days without an acknowledgement, oldest first.</summary>
    public List<DateOnly> DaysOwed() =>
        [.. _days.All.Select(day => day["_id"].AsInt32)
            .Except(_acknowledged.All.Select(day => day["_id"].AsInt32))
            .Order()
            .Select(DateOnly.FromDayNumber)];

    /// <summary>First and last sequence of a closed day, and the last record before its end that says that the journal was put back; 0 = none.</summary>
    public (long First, long Through, long Restored)? FindDay(DateOnly day) =>
        _days.Find(day.DayNumber) is { } found ? (found["first"].AsInt64, found["through"].AsInt64, found["restored"].AsInt64) : null;

    /// <summary>Sessions of a closed day, by number.</summary>
    public List<UsageSession> SessionsOf(DateOnly day) =>
        [.. _sessions.Find(SessionDocument.Day, day.DayNumber).Select(SessionDocument.Read).OrderBy(session => session.Number)];

    public string? FindSetting(string key) => _settings.Find(SettingPrefix + key)?["value"].AsString;

    public void SetSetting(string key, string value) => _settings.Put(new BsonDocument { ["_id"] = SettingPrefix + key, ["value"] = value });

    public string? FindPerson(HolderRef holder) => _people.Find(holder.Value)?["name"].AsString;

    public void SetPerson(HolderRef holder, string name) => _people.Put(new BsonDocument { ["_id"] = holder.Value, ["name"] = name });

    public void RemovePerson(HolderRef holder) => _people.Remove(holder.Value);

    public void Dispose() => _database.Dispose();

    private static string Aside(string path, int number) => string.Create(CultureInfo.InvariantCulture, $"{path}.damaged-{number}");

    private void Apply(JournalEntry entry, Func<DateOnly, long, long, UsageDay> rollup)
    {
        switch (entry.Fact)
        {
            case JournalFact.DayClosed closed:
                Close(closed.Day, entry.Sequence, rollup);
                break;
            case JournalFact.JournalRestored:
                State = State with { Restored = entry.Sequence };
                break;
            case JournalFact.UsageAcknowledged acknowledged:
                _acknowledged.Put(new BsonDocument { ["_id"] = acknowledged.Day.DayNumber, ["sequence"] = entry.Sequence });
                State = State with { Acknowledged = _acknowledged.Count };
                break;
        }
    }

    private void Close(DateOnly day, long through, Func<DateOnly, long, long, UsageDay> rollup)
    {
        var first = FindDay(day)?.First ?? (State.Closed + 1);
        _days.Put(new BsonDocument { ["_id"] = day.DayNumber, ["first"] = first, ["through"] = through, ["restored"] = State.Restored });
        foreach (var session in rollup(day, first, through).Sessions)
        {
            _sessions.Put(SessionDocument.Of(session, day));
        }

        State = State with { Closed = through, Days = _days.Count, Sessions = _sessions.Count };
    }
}
