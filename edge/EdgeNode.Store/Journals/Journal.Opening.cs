using EdgeNode.Core;

namespace EdgeNode.Store;

public sealed partial class Journal
{
    private Journal(string folder, JournalOptions options, TimeProvider time, FileLayer files, OwnerLock owner)
    {
        (_folder, _options, _owner, _files, _time) = (folder, options, owner, files, time);
        files.DropTemporaries(folder);
        _segments = new(files, folder);
        var recheck = files.List(folder).Contains(Path.Combine(folder, Recheck));
        var opening = new JournalOpening(files, folder, options.NewEpoch, recheck ? 1 : options.ReadFrom, segments: _segments);
        opening.Read(mend: true);
        if (recheck)
        {
            TryDisk(() => files.Delete(Path.Combine(folder, Recheck)));
        }

        OpeningReport = opening.Problems;
        Epoch = opening.Epoch!;
        if (EpochFile.Read(files, folder) != Epoch && !TryDisk(() => EpochFile.Write(files, folder, Epoch)) && opening.Last is null)
        {
            // A journal that is just being born has its epoch nowhere else.
            throw _trouble!;
        }

        _writer = new(_segments, options.SegmentBytes, Epoch);
        (_durable, var unconfirmed) = Confirmed(opening);
        _unconfirmed = unconfirmed.Length;
        _queue = new(options.BufferRecords, options.FillSalt, opening.Sequence, opening.Head, unconfirmed);
        _pump = new(TryWrite, time, options.Synchronous);
        _pump.Ring();
    }

    /// <summary>Opens the journal in a folder, or begins one, with the machine's own time.</summary>
    /// <exception cref="IOException">Another process owns it, or the folder cannot be used.</exception>
    public static Journal Open(string folder, JournalOptions options) => Open(folder, options, TimeProvider.System);

    /// <summary>Opens the journal in a folder, or begins one.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="options">How.</param>
    /// <param name="time">Whose timers retry what the disk refused, after 1 s.</param>
    /// <exception cref="IOException">Another process owns it, or the folder cannot be used.</exception>
    public static Journal Open(string folder, JournalOptions options, TimeProvider time) => Open(folder, options, time, LinuxFiles.Instance);

    internal static Journal Open(string folder, JournalOptions options, TimeProvider time, FileLayer files)
    {
        options.Demand();
        files.CreateFolder(folder);
        var owner = OwnerLock.Take(folder);
        try
        {
            return new(folder, options, time, files, owner);
        }
        catch
        {
            owner.Dispose();
            throw;
        }
    }

    // What an interrupted run wrote is durable once the disk confirms it. Where it does not, whatever no frame says was synced waits like
    // a new record. It may have been acknowledged before: its segment is written again beside the old one, so that no cut can tear it.
    private ((long Sequence, string Head) Durable, JournalLine[] Unconfirmed) Confirmed(JournalOpening opening)
    {
        var durable = (opening.Sequence, opening.Head);
        if (opening.Last is not { } last)
        {
            return (durable, []);
        }

        _writer.Continue(last);
        if (TryDisk(_writer.Settle))
        {
            return (durable, []);
        }

        var synced = last.Through(last.Synced);
        _segments.Owe(last.Path, last.Bytes, keepFound: false);
        return ((synced.Last, SegmentMending.HeadAtEnd(synced) ?? opening.Head), [.. last.Records.SkipWhile(line => line.Sequence <= synced.Last)]);
    }
}
