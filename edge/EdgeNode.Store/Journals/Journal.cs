using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>
/// The append-only journal of a site: the truth. A record counts as written only after the disk confirmed it. Appending never
/// fails: while the disk takes nothing, records wait in a bounded buffer, and what finds no room there is counted.
/// </summary>
/// <remarks>Safe from any thread. Handlers of its events must not wait for another thread that uses the journal.</remarks>
public sealed partial class Journal : IDisposable
{
    // Left by a scrub that found damage: the next opening reads and mends everything.
    private const string Recheck = "recheck";

    private readonly JournalOptions _options;
    private readonly FileLayer _files;
    private readonly TimeProvider _time;
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
    private volatile IOException? _trouble;
    private int _unconfirmed;
    private bool _gaveUpWaiting;
    private long _waitingSince;

    /// <summary>Raised with the last durable sequence, in the thread that wrote.</summary>
    public event Action<long>? DurableAdvanced;

    /// <summary>Raised with false when the buffer is full, with true when it has room again.</summary>
    public event Action<bool>? TakesRecordsChanged;

    /// <summary>Raised when the disk refuses, once for each new kind of refusal.</summary>
    public event Action<Exception>? Trouble;

    /// <summary>How it gets on with the disk just now.</summary>
    public JournalCondition Condition
    {
        get
        {
            lock (_gate)
            {
                var waiting = (int)(_queue.Appended - _durable.Sequence);
                return new(!_queue.IsFull, waiting, waiting > 0 ? _time.GetElapsedTime(_waitingSince) : TimeSpan.Zero, _trouble?.Message);
            }
        }
    }

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

    /// <summary>Reads what opening left unread. Damage found is told, and mended by the next opening, which reads everything.</summary>
    /// <returns>What is wrong, in words; empty when nothing is.</returns>
    public IReadOnlyList<string> Scrub()
    {
        var problems = JournalProof.Verify(_files, _folder, from: 1, to: Durable, signed: null).Problems;
        if (problems.Count > 0)
        {
            _files.Replace(Path.Combine(_folder, Recheck), []);
        }

        return problems;
    }

    /// <summary>Takes a fact. Returns its sequence; 0 when there was no room and it was only counted.</summary>
    public long Append(JournalFact fact, Moment at)
    {
        long sequence;
        lock (_gate)
        {
            if (_queue.IsFull && _trouble is null && !_options.Synchronous && !_gaveUpWaiting)
            {
                // Once for a stall, not once for each record of it: the door behind it waits for the sum.
                _gaveUpWaiting = !Monitor.Wait(_gate, _options.Patience);
            }

            _waitingSince = _queue.Appended == _durable.Sequence ? _time.GetTimestamp() : _waitingSince;
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
        ReadLines(fromSequence).Select(Decode);

    /// <summary>The same, and behind them what still waits for the disk: what the node itself goes by.</summary>
    public IEnumerable<(JournalEntry Entry, string Hash)> ReadKnown(long fromSequence) =>
        ReadHashed(fromSequence).Concat(Waiting().Where(line => line.Sequence >= fromSequence).Select(Decode));

    /// <summary>Durable records in their canonical bytes from a sequence on, oldest first.</summary>
    public IEnumerable<JournalLine> ReadLines(long from)
    {
        var through = Durable;
        return from > through ? [] : _tail.From(from) ?? _segments.Read(from, through);
    }

    /// <summary>
    /// Erases the details beside the chain of durable records; the chain itself stays as it is. Copies of a changed segment that were
    /// set aside go too. What was erased cannot be brought back from the store; a worn card may keep old blocks.
    /// </summary>
    /// <param name="due">Why the details of a record go, or null; asked of records that have some.</param>
    /// <param name="erased">Told of each file, once it is durable: how many records lost their details, and why.</param>
    /// <exception cref="IOException">The disk refused; what was told is erased, and the rest is due at the next call.</exception>
    public void Erase(Func<JournalEntry, Erasure?> due, Action<Erasure, long> erased)
    {
        if (!TryWrite())
        {
            throw new IOException($"The journal in {_folder} has records that the disk has not taken yet; nothing was erased. Free space, or replace the card.");
        }

        var paths = _segments.All();
        foreach (var path in paths.SkipLast(1))
        {
            EraseOne(path, due, erased);
        }

        // Only the last one may be the one that is written to.
        lock (_writing)
        {
            paths.TakeLast(1).ToList().ForEach(last => EraseOne(last, due, erased));
        }
    }

    /// <summary>Writes what the disk is owed and what waits; returns whether all of it is durable.</summary>
    public bool Flush() => TryWrite();

    /// <summary>Writes what waits, as far as the disk lets it, and closes.</summary>
    public void Dispose()
    {
        try
        {
            _pump.Dispose();
            lock (_writing)
            {
                if (_unconfirmed == 0)
                {
                    TryDisk(() => _writer.Mark(Durable, Head));
                }

                _writer.Dispose();
            }
        }
        finally
        {
            _owner.Dispose();
        }
    }

    private static (JournalEntry Entry, string Hash) Decode(JournalLine line) => (JournalCodec.Decode(line.Public, line.Personal).Entry, line.Hash);

    private void EraseOne(string path, Func<JournalEntry, Erasure?> due, Action<Erasure, long> told)
    {
        var scan = _segments.Scan(path);
        if (SegmentErasing.Of(scan, due, Durable) is not var (bytes, erased))
        {
            return;
        }

        _segments.Replace(path, bytes);
        _segments.DeleteAside(path);
        _tail.Erase(erased);
        if (_writer.IsAt(path))
        {
            _writer.Continue(SegmentScan.Of(path, scan.First, bytes));
        }

        foreach (var why in erased.Values.CountBy(why => why))
        {
            told(why.Key, why.Value);
        }
    }

    // One sync for everything that waits and fits into the segment.
    private bool TryWrite()
    {
        lock (_writing)
        {
            if (!_writer.IsSettled && !TryDisk(_writer.Settle))
            {
                return false;
            }

            if (_unconfirmed > 0)
            {
                Confirm(Waiting().AsSpan(0, _unconfirmed));
                _unconfirmed = 0;
            }

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

    private JournalLine[] Waiting()
    {
        lock (_gate)
        {
            return _queue.Waiting;
        }
    }

    private void Confirm(ReadOnlySpan<JournalLine> written)
    {
        var last = written[^1];
        lock (_gate)
        {
            _tail.Add(written);
            _durable = (last.Sequence, last.Hash);
            _queue.Confirm(written.Length);
            (_gaveUpWaiting, _waitingSince) = (false, _time.GetTimestamp());
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
            if (_trouble?.InnerException?.Message != refused.Message)
            {
                _trouble = new($"The journal in {_folder} cannot be written: {refused.Message} Up to {_options.BufferRecords} records wait in memory and are written as soon as the disk takes them. Free space, or replace the card.", refused);
                Trouble?.Invoke(_trouble);
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
