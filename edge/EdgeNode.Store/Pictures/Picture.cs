using System.Globalization;
using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>
/// The queryable picture of the journal in LiteDB: days, sessions, acknowledgements, settings, and the names of people. It stores
/// in the same transaction how far it has followed the journal, and is rebuilt from there whenever it cannot be trusted. Nothing
/// waits for it on the way of a tap. Safe from any thread.
/// </summary>
public sealed class Picture : IDisposable
{
    private const string Cursor = "acknowledgedThrough";
    private const int Chunk = 500;

    // More than this is left to the next CatchUp: a start does not wait for a rebuilding.
    private const int AtOnce = 20_000;
    private readonly string _path;
    private readonly Journal _journal;
    private readonly Action<string> _report;
    private readonly Lock _lock = new();
    private volatile IReadOnlyList<DateOnly> _owed = [];
    private PictureFile? _file;
    private bool _wasOpen;
    private bool _inMemory;
    private long _acknowledgedThrough;
    private long _appliedThrough;

    private Picture(string path, Journal journal, Action<string> report) => (_path, _journal, _report) = (path, journal, report);

    /// <summary>Last sequence of the journal that it shows.</summary>
    public long AppliedThrough => Interlocked.Read(ref _appliedThrough);

    /// <summary>Last sequence that the hub acknowledged; 0 = none, or the picture was rebuilt and the hub says it again.</summary>
    public long AcknowledgedThrough
    {
        get => Interlocked.Read(ref _acknowledgedThrough);
        set
        {
            SetSetting(Cursor, value.ToString(CultureInfo.InvariantCulture));
            Interlocked.Exchange(ref _acknowledgedThrough, value);
        }
    }

    /// <summary>Opens the picture and lets it follow the journal, the rest of a long way at the next <see cref="CatchUp"/>; one that is damaged, ahead or of another journal is set aside and rebuilt.</summary>
    /// <param name="file">Path of the LiteDB file.</param>
    /// <param name="journal">The truth that it shows.</param>
    /// <param name="report">Told in words when it had to be rebuilt; called in the thread that noticed.</param>
    /// <remarks>On a disk that refuses it is drawn in memory, until the disk takes the file again: a full card keeps no node from starting.</remarks>
    public static Picture Open(string file, Journal journal, Action<string> report)
    {
        var picture = new Picture(file, journal, report);
        picture.Ask(_ => true);
        return picture;
    }

    /// <summary>Applies what has become durable since. A picture found damaged is rebuilt.</summary>
    public void CatchUp()
    {
        LeaveMemory();
        Ask(file =>
        {
            Follow(file);
            return true;
        });
    }

    /// <summary>Closed usage days that the hub has not acknowledged, oldest first, as of the last <see cref="CatchUp"/>.</summary>
    public IReadOnlyList<DateOnly> DaysOwed() => _owed;

    /// <summary>A closed usage day read out of the journal, or null.</summary>
    public UsageDay? FindDay(DateOnly day) => Ask(file => file.FindDay(day)) is var (first, through, restored) ? Rollup(day, first, through) with { Restored = restored } : null;

    /// <summary>Sessions of a closed day, by number; empty when the day is not closed.</summary>
    public IReadOnlyList<UsageSession> SessionsOf(DateOnly day) => Ask(file => file.SessionsOf(day));

    /// <summary>A setting, or null.</summary>
    public string? FindSetting(string key) => Ask(file => file.FindSetting(key));

    /// <summary>Keeps a setting.</summary>
    public void SetSetting(string key, string value) => Ask(file =>
    {
        file.SetSetting(key, value);
        return true;
    });

    /// <summary>The name of a person, for the roll call only; null when it is not known.</summary>
    public string? FindPerson(HolderRef holder) => Ask(file => file.FindPerson(holder));

    /// <summary>Keeps the name of a person. Names stand nowhere else; a damaged picture loses them until the network sends them again.</summary>
    public void SetPerson(HolderRef holder, string name) => Ask(file =>
    {
        file.SetPerson(holder, name);
        return true;
    });

    /// <summary>Forgets the name of a person.</summary>
    public void RemovePerson(HolderRef holder) => Ask(file =>
    {
        file.RemovePerson(holder);
        return true;
    });

    /// <summary>Makes the file anew from the journal, after an erasure there: a changed LiteDB file still holds in free pages what was removed.</summary>
    /// <param name="keepsName">Whether the name of a person is carried over.</param>
    public void Renew(Func<HolderRef, bool> keepsName)
    {
        lock (_lock)
        {
            var (people, cursor) = (Ask(file => file.People.Where(person => keepsName(person.Holder)).ToList()), AcknowledgedThrough);
            Dispose();
            PictureFile.Delete(_path);
            foreach (var (holder, name) in people)
            {
                SetPerson(holder, name);
            }

            AcknowledgedThrough = cursor;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _file?.Dispose();
            _file = null;
        }
    }

    // LiteDB answers damage with whatever its parser stumbles over, so every failure that is not another's counts as damage: it is
    // reported, and the question is asked once more of a new picture. A disk that refuses while the node runs damages nothing:
    // the caller hears of it, and the next question opens the file again.
    internal T Ask<T>(Func<PictureFile, T> question)
    {
        lock (_lock)
        {
            try
            {
                return question(_file ??= OpenFile());
            }
            catch (IOException) when (_wasOpen)
            {
                Dispose();
                throw;
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                DrawInMemory(refused);
                return question(_file!);
            }
            catch (Exception damage) when (damage is not (OutOfMemoryException or JournalDamagedException))
            {
                Rebuild(damage);
                return question(_file!);
            }
        }
    }

    private void DrawInMemory(Exception refused)
    {
        _file = Begin(PictureFile.InMemory(_journal.Epoch));
        (_inMemory, _wasOpen) = (true, false);
        _report($"The disk does not take the picture {Path.GetFileName(_path)}: {refused.Message.TrimEnd('.')}. It is drawn in memory until the disk does, and nothing of it is missing; free space, or replace the card.");
    }

    // What was kept in memory only, such as how far the hub acknowledged, is told again.
    private void LeaveMemory()
    {
        lock (_lock)
        {
            if (!_inMemory || _journal.Condition.Refusal is not null)
            {
                return;
            }

            try
            {
                var file = OpenFile();
                _file?.Dispose();
                (_file, _inMemory) = (file, false);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                // It still refuses, as was told; the picture in memory serves on.
                _wasOpen = false;
            }
        }
    }

    private PictureFile OpenFile() => Begin(PictureFile.Open(_path, _journal.Epoch));

    private PictureFile Begin(PictureFile file)
    {
        try
        {
            file.Check(_journal);
            Interlocked.Exchange(ref _appliedThrough, file.State.Through);
            if (_journal.Durable - file.State.Through <= AtOnce)
            {
                Follow(file);
            }

            _owed = file.DaysOwed();
            _wasOpen = true;
            var cursor = file.FindSetting(Cursor);
            Interlocked.Exchange(ref _acknowledgedThrough, cursor is null ? 0 : long.Parse(cursor, CultureInfo.InvariantCulture));
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private void Rebuild(Exception damage)
    {
        _file?.Dispose();
        _file = null;
        var people = Salvage();
        var aside = PictureFile.SetAside(_path);
        _report($"The picture {Path.GetFileName(_path)} could not be used: {damage.Message.TrimEnd('.')}. It is kept as {aside} and was rebuilt from the journal; "
            + (people is null ? "names of people come again from the network." : "names of people were carried over."));
        _file = OpenFile();
        foreach (var (holder, name) in people ?? [])
        {
            _file.SetPerson(holder, name);
        }
    }

    // Names are the only thing in the picture that the journal does not hold.
    private List<(HolderRef Holder, string Name)>? Salvage()
    {
        try
        {
            using var file = PictureFile.Open(_path, _journal.Epoch);
            return [.. file.People];
        }
        catch (Exception damage) when (damage is not OutOfMemoryException)
        {
            // Told in the report of the rebuilding.
            return null;
        }
    }

    // A LiteDB commit costs several pages, so records that the picture does not show are applied by the chunk.
    private void Follow(PictureFile file)
    {
        var before = (file.State.Days, file.State.Acknowledged);
        var through = _journal.Durable;
        var looked = Math.Max(_appliedThrough, file.State.Through);
        if (through - file.State.Through >= Chunk || _journal.Read(looked + 1).Any(entry => PictureFile.Shows(entry.Fact)))
        {
            foreach (var entries in _journal.ReadHashed(file.State.Through + 1).Chunk(Chunk))
            {
                file.Apply(entries, Rollup);
            }

            through = file.State.Through;
        }

        Interlocked.Exchange(ref _appliedThrough, through);
        if (before != (file.State.Days, file.State.Acknowledged))
        {
            _owed = file.DaysOwed();
        }
    }

    // Were a date ever closed twice, both ranges are one day.
    private UsageDay Rollup(DateOnly day, long first, long through)
    {
        var entries = _journal.ReadHashed(first).TakeWhile(read => read.Entry.Sequence <= through);
        var days = UsageRollup.Days(entries).Where(found => found.Day == day).ToList();
        return days[^1] with { Sessions = [.. days.SelectMany(found => found.Sessions).OrderBy(session => session.Number)] };
    }
}
