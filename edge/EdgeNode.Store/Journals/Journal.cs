using EdgeNode.Core;

namespace EdgeNode.Store;

/// <summary>
/// The append-only journal of a site: the truth. A record counts as written only after the disk confirmed it. Appending never
/// fails: while the disk takes nothing, records wait in a bounded buffer, and what finds no room there is counted.
/// </summary>
public sealed class Journal : IDisposable
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);
    private readonly JournalOptions _options;
    private readonly OwnerLock _owner;
    private readonly SegmentFiles _segments;
    private readonly SegmentWriter _writer;
    private readonly JournalQueue _queue;
    private readonly JournalTail _tail = new();
    private readonly Lock _lock = new();
    private readonly Lock _writing = new();
    private readonly AutoResetEvent _work = new(false);
    private readonly Thread? _thread;
    private volatile bool _stopping;
    private bool _takes = true;
    private string _lastHash;
    private Moment _lastMoment;

    private Journal(string folder, JournalOptions options, FileLayer files)
    {
        _options = options;
        files.CreateFolder(folder);
        _owner = OwnerLock.Take(folder);
        files.DropTemporaries(folder);
        _segments = new(files, folder);
        var opening = new JournalOpening(_segments);
        opening.Read(mend: true);
        OpeningReport = opening.Problems;
        Epoch = opening.Epoch ?? options.NewEpoch();
        (Appended, Durable, Head, _lastHash) = (opening.Sequence, opening.Sequence, opening.Head, opening.Head);
        _writer = new(_segments, options.SegmentBytes, Epoch);
        _queue = new(options.BufferRecords);
        if (opening.Current is var (path, end, size))
        {
            _writer.Continue(path, end, size);
        }

        _thread = options.Synchronous ? null : new Thread(WriteForAll) { IsBackground = true, Name = "journal" };
        _thread?.Start();
    }

    /// <summary>Raised with the last durable sequence, in the thread that wrote.</summary>
    public event Action<long>? DurableAdvanced;

    /// <summary>Raised when the buffer is full, and when it has room again.</summary>
    public event Action<bool>? TakesRecordsChanged;

    /// <summary>Raised when the disk refused.</summary>
    public event Action<Exception>? Trouble;

    /// <summary>Born with the journal.</summary>
    public string Epoch { get; }

    /// <summary>Last sequence handed out.</summary>
    public long Appended { get; private set; }

    /// <summary>Last sequence that the disk confirmed.</summary>
    public long Durable { get; private set; }

    /// <summary>Hash of the last durable record, lower-case hex.</summary>
    public string Head { get; private set; }

    /// <summary>What was found wrong at opening, in words; empty when nothing was.</summary>
    public IReadOnlyList<string> OpeningReport { get; }

    /// <summary>Opens the journal in a folder, or begins one.</summary>
    /// <exception cref="IOException">Another process owns it, or the folder cannot be used.</exception>
    public static Journal Open(string folder, JournalOptions options) => Open(folder, options, LinuxFiles.Instance);

    /// <summary>Walks through a journal without changing it.</summary>
    public static JournalVerdict Verify(string folder)
    {
        var opening = new JournalOpening(new(LinuxFiles.Instance, folder));
        opening.Read(mend: false);
        return new(opening.Records, opening.Head, opening.Problems);
    }

    /// <summary>Takes a fact. Returns its sequence; 0 when there was no room and it was only counted.</summary>
    public long Append(JournalFact fact, Moment at)
    {
        long sequence;
        lock (_lock)
        {
            sequence = Enqueue(fact, at);
        }

        if (_options.Synchronous)
        {
            TryWrite();
        }
        else
        {
            _work.Set();
        }

        return sequence;
    }

    /// <summary>Durable records from a sequence on, oldest first.</summary>
    public IEnumerable<JournalEntry> Read(long from) => ReadLines(from).Select(line => JournalCodec.Decode(line.Public, line.Personal).Entry);

    /// <summary>Durable records in their canonical bytes from a sequence on, oldest first.</summary>
    public IEnumerable<JournalLine> ReadLines(long from) => from > Durable ? [] : _tail.From(from) ?? ReadSegments(from, Durable);

    /// <summary>Writes what waits; returns whether all of it is durable.</summary>
    public bool Flush() => TryWrite();

    /// <summary>Writes what waits, as far as the disk lets it, and closes.</summary>
    public void Dispose()
    {
        _stopping = true;
        _work.Set();
        _thread?.Join();
        TryWrite();
        _writer.Dispose();
        _owner.Dispose();
        _work.Dispose();
    }

    internal static Journal Open(string folder, JournalOptions options, FileLayer files) => new(folder, options, files);

    private long Enqueue(JournalFact fact, Moment at)
    {
        if (_queue.IsFull)
        {
            _queue.Lose();
            Take(false);
            return 0;
        }

        _lastMoment = at;
        Span<byte> salt = stackalloc byte[JournalCodec.SaltLength];
        if (fact.Who is not null)
        {
            _options.FillSalt(salt);
        }

        var line = JournalCodec.Encode(new(Appended + 1, at, fact), _lastHash, salt);
        _lastHash = line.Hash;
        _queue.Add(++Appended, line);
        return Appended;
    }

    private void Take(bool takes)
    {
        if (_takes != takes)
        {
            _takes = takes;
            TakesRecordsChanged?.Invoke(takes);
        }
    }

    // One sync for everything that waits.
    private bool TryWrite()
    {
        lock (_writing)
        {
            IReadOnlyList<(long Sequence, JournalLine Line)> batch;
            lock (_lock)
            {
                batch = _queue.All;
            }

            try
            {
                _writer.Write(batch, Durable, Head);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                Trouble?.Invoke(refused);
                return false;
            }

            if (batch.Count > 0)
            {
                Confirm(batch);
            }

            return true;
        }
    }

    private void Confirm(IReadOnlyList<(long Sequence, JournalLine Line)> batch)
    {
        _tail.Add(batch);
        lock (_lock)
        {
            _queue.Remove(batch.Count);
            (Durable, Head) = (batch[^1].Sequence, batch[^1].Line.Hash);
            if (_queue.Lost > 0)
            {
                Enqueue(new JournalFact.JournalRecovered(_queue.TakeLost()), _lastMoment);
                _work.Set();
            }

            Take(true);
        }

        DurableAdvanced?.Invoke(Durable);
    }

    private void WriteForAll()
    {
        var wait = Timeout.InfiniteTimeSpan;
        while (!_stopping)
        {
            _work.WaitOne(wait);
            wait = TryWrite() ? Timeout.InfiniteTimeSpan : RetryAfter;
        }
    }

    private IEnumerable<JournalLine> ReadSegments(long from, long to)
    {
        var paths = _segments.All();
        for (var index = 0; index < paths.Count; index++)
        {
            if (index + 1 < paths.Count && SegmentFiles.FirstOf(paths[index + 1]) <= from)
            {
                continue;
            }

            var bytes = _segments.Read(paths[index]);
            foreach (var (frame, _) in FrameWalk.Records(bytes))
            {
                if (frame.Sequence >= from && frame.Sequence <= to)
                {
                    yield return FrameWalk.Line(bytes, frame);
                }
            }
        }
    }
}
