using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>
/// The append-only journal of a site: the truth. A record counts as written only after the disk confirmed it. Appending never
/// fails: while the disk takes nothing, records wait in a bounded buffer, and what finds no room there is counted.
/// </summary>
/// <remarks>Safe from any thread. Handlers of its events must not wait for another thread that uses the journal.</remarks>
public sealed class Journal : IDisposable
{
    private readonly JournalOptions _options;
    private readonly string _folder;
    private readonly OwnerLock _owner;
    private readonly SegmentFiles _segments;
    private readonly SegmentWriter _writer;
    private readonly JournalQueue _queue;
    private readonly JournalTail _tail = new();
    private readonly JournalPump _pump;
    private readonly object _gate = new();
    private readonly Lock _writing = new();
    private readonly Lock _telling = new();
    private (long Sequence, string Head) _durable;
    private bool _tookRecords = true;
    private string? _trouble;

    private Journal(string folder, JournalOptions options, TimeProvider time, FileLayer files, OwnerLock owner)
    {
        (_folder, _options, _owner) = (folder, options, owner);
        files.DropTemporaries(folder);
        _segments = new(files, folder);
        var opening = new JournalOpening(files, folder, options.NewEpoch);
        opening.Read(mend: true);
        OpeningReport = opening.Problems;
        Epoch = opening.Epoch!;
        if (EpochFile.Read(files, folder) != Epoch)
        {
            EpochFile.Write(files, folder, Epoch);
        }

        _durable = (opening.Sequence, opening.Head);
        _queue = new(options.BufferRecords, options.FillSalt, opening.Sequence, opening.Head);
        _writer = new(_segments, options.SegmentBytes, Epoch);
        if (opening.Last is { } last)
        {
            _segments.SyncNames();
            _writer.Continue(last);
        }

        _pump = new(TryWrite, time, options.Synchronous);
    }

    /// <summary>Raised with the last durable sequence, in the thread that wrote.</summary>
    public event Action<long>? DurableAdvanced;

    /// <summary>Raised with false when the buffer is full, with true when it has room again.</summary>
    public event Action<bool>? TakesRecordsChanged;

    /// <summary>Raised when the disk refuses, once for each new kind of refusal.</summary>
    public event Action<Exception>? Trouble;

    /// <summary>Born with the journal.</summary>
    public string Epoch { get; }

    /// <summary>Last sequence handed out.</summary>
    public long Appended
    {
        get
        {
            lock (_gate)
            {
                return _queue.Appended;
            }
        }
    }

    /// <summary>Last sequence that the disk confirmed.</summary>
    public long Durable => DurableHead.Sequence;

    /// <summary>Hash of the last durable record, lower-case hex.</summary>
    public string Head => DurableHead.Head;

    /// <summary>What was found wrong at opening, in words; empty when nothing was.</summary>
    public IReadOnlyList<string> OpeningReport { get; }

    private (long Sequence, string Head) DurableHead
    {
        get
        {
            lock (_gate)
            {
                return _durable;
            }
        }
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

    /// <summary>Walks through a journal without changing it.</summary>
    public static JournalVerdict Verify(string folder)
    {
        var opening = new JournalOpening(LinuxFiles.Instance, folder);
        opening.Read(mend: false);
        return new(opening.Records, opening.Head, opening.Problems);
    }

    /// <summary>Takes a fact. Returns its sequence; 0 when there was no room and it was only counted.</summary>
    public long Append(JournalFact fact, Moment at)
    {
        long sequence;
        lock (_gate)
        {
            if (_queue.IsFull && _trouble is null && !_options.Synchronous)
            {
                Monitor.Wait(_gate, _options.Patience);
            }

            sequence = _queue.Add(fact, at);
        }

        _pump.Ring();
        TellWhetherItTakes();
        return sequence;
    }

    /// <summary>Durable records from a sequence on, oldest first.</summary>
    /// <exception cref="JournalDamagedException">A record was damaged since the journal was opened.</exception>
    public IEnumerable<JournalEntry> Read(long fromSequence) => ReadHashed(fromSequence).Select(read => read.Entry);

    /// <summary>The same with the hash of each record.</summary>
    public IEnumerable<(JournalEntry Entry, string Hash)> ReadHashed(long fromSequence) =>
        ReadLines(fromSequence).Select(line => (JournalCodec.Decode(line.Public, line.Personal).Entry, line.Hash));

    /// <summary>Durable records in their canonical bytes from a sequence on, oldest first.</summary>
    public IEnumerable<JournalLine> ReadLines(long from)
    {
        var through = Durable;
        return from > through ? [] : _tail.From(from) ?? _segments.Read(from, through);
    }

    /// <summary>Writes what waits; returns whether all of it is durable.</summary>
    public bool Flush() => TryWrite();

    /// <summary>Writes what waits, as far as the disk lets it, and closes.</summary>
    public void Dispose()
    {
        try
        {
            _pump.Dispose();
            lock (_writing)
            {
                TryDisk(() => _writer.Mark(Durable, Head));
                _writer.Dispose();
            }
        }
        finally
        {
            _owner.Dispose();
        }
    }

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

    // One sync for everything that waits and fits into the segment.
    private bool TryWrite()
    {
        lock (_writing)
        {
            while (Waiting() is { Length: > 0 } waiting)
            {
                var count = 0;
                if (!TryDisk(() => count = _writer.Write(waiting, Durable, Head)))
                {
                    return false;
                }

                Confirm(waiting.AsSpan(0, count));
            }

            return true;
        }
    }

    private PendingRecord[] Waiting()
    {
        lock (_gate)
        {
            return _queue.Waiting;
        }
    }

    private void Confirm(ReadOnlySpan<PendingRecord> written)
    {
        var last = written[^1];
        lock (_gate)
        {
            _tail.Add(written);
            _durable = (last.Sequence, last.Line.Hash);
            _queue.Confirm(written.Length);
            Monitor.PulseAll(_gate);
        }

        DurableAdvanced?.Invoke(last.Sequence);
        TellWhetherItTakes();
    }

    private bool TryDisk(Action act)
    {
        try
        {
            act();
            _trouble = null;
            return true;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            if (_trouble != refused.Message)
            {
                _trouble = refused.Message;
                Trouble?.Invoke(new IOException(
                    $"The journal in {_folder} cannot be written: {refused.Message} Up to {_options.BufferRecords} records wait in memory and are written as soon as the disk takes them. Free space, or replace the card.",
                    refused));
            }

            return false;
        }
    }

    private void TellWhetherItTakes()
    {
        lock (_telling)
        {
            bool takes;
            lock (_gate)
            {
                takes = !_queue.IsFull;
            }

            if (_tookRecords != takes)
            {
                _tookRecords = takes;
                TakesRecordsChanged?.Invoke(takes);
            }
        }
    }
}
