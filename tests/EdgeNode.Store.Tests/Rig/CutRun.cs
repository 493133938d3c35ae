using EdgeNode.Core;
using Microsoft.Extensions.Time.Testing;

namespace EdgeNode.Store.Tests;

/// <summary>
/// One life of a store on a forgetful disk, by a seed: starts, appends, policy letters, checkpoints, a disk that refuses for a while, clean ends;
/// the power is cut before a given operation. Keeps what was acknowledged, to be compared with what is there afterwards.
/// </summary>
internal sealed class CutRun(string folder, int seed, int cut)
{
    private const int SegmentBytes = 1536;
    private readonly ForgetfulDisk _disk = new(HashCode.Combine(seed, cut)) { CutBefore = cut };
    private readonly Random _script = new(seed);
    private readonly List<string> _reports = [];
    private long _acknowledged;
    private long _policyAcknowledged;
    private long _policyTried;
    private long _checkpoint;

    /// <summary>Operations of the disk so far.</summary>
    public int Operations => _disk.Operations;

    /// <summary>Records that were acknowledged.</summary>
    public long Acknowledged => _acknowledged;

    /// <summary>Lives until the power goes; false when the script was over before.</summary>
    public bool Live()
    {
        try
        {
            for (var start = 0; start < 3; start++)
            {
                Run();
            }

            return false;
        }
        catch (PowerCutException)
        {
            return true;
        }
    }

    /// <summary>The power is back, and may go once more while the store opens. Null when everything acknowledged is there and nothing else is; else what is wrong.</summary>
    public string? Examine()
    {
        _disk.PowerOn();
        if (_script.Next(3) == 0)
        {
            _disk.CutBefore = _disk.Operations + _script.Next(1, 12);
            try
            {
                Open().Dispose();
            }
            catch (PowerCutException)
            {
                // As asked for: the next opening is the one that counts.
            }

            _disk.PowerOn();
        }

        using var journal = Open();
        return Journal(journal) ?? Policy() ?? Checkpoint(journal) ?? GoOn(journal);
    }

    private void Run()
    {
        using var journal = Open();
        var policies = new PolicyFiles("policy", room: 0, _disk);
        journal.DurableAdvanced += sequence => _acknowledged = sequence;
        for (var step = _script.Next(1, 7); step > 0; step--)
        {
            Step(journal, policies);
        }

        _disk.Recover();
        journal.Flush();
    }

    private void Step(Journal journal, PolicyFiles policies)
    {
        switch (_script.Next(9))
        {
            case 8:
                Save(journal);
                break;
            case 0:
                Save(policies);
                break;
            case 1:
                _disk.Refuse(_script.Next(2) == 0 ? "sync" : "write", "Input/output error");
                break;
            case 2:
                _disk.Recover();
                journal.Flush();
                break;
            default:
                journal.Append(_script.Next(1, 4));
                break;
        }
    }

    private void Save(PolicyFiles policies)
    {
        var version = ++_policyTried;
        try
        {
            policies.Save(version, Letter(version));
            _policyAcknowledged = version;
        }
        catch (IOException)
        {
            // Not taken, so not acknowledged to the network.
        }
    }

    private void Save(Journal journal)
    {
        try
        {
            Checkpoints().Save(Records.Checkpoint(journal.Durable, journal.Head));
            _checkpoint = journal.Durable;
        }
        catch (IOException)
        {
            // More of the journal is read at the next start.
        }
    }

    private string? Journal(Journal journal)
    {
        if (journal.Durable < _acknowledged)
        {
            return $"{_acknowledged} records were acknowledged, {journal.Durable} are there";
        }

        if (!journal.Read(1).SequenceEqual(Records.Entries(1, journal.Durable)))
        {
            return "a record is not what was written";
        }

        return _disk.List(folder).FirstOrDefault(path => path.Contains("damaged", StringComparison.Ordinal)) is { } aside
            ? $"{aside}: a power cut was taken for damage: {string.Join(' ', journal.OpeningReport)}"
            : null;
    }

    private string? Policy()
    {
        var found = new PolicyFiles("policy", room: 0, _disk).NewestFirst().FirstOrDefault();
        return (found?.Version ?? 0) < _policyAcknowledged ? $"policy {_policyAcknowledged} was acknowledged, {found?.Version} is there"
            : found is not null && !found.Open().ReadToEnd().SequenceEqual(Letter(found.Version)) ? $"policy {found.Version} is not what was written"
            : _reports.FirstOrDefault();
    }

    // A checkpoint never knows of a record that the journal has not.
    private string? Checkpoint(Journal journal)
    {
        var found = Checkpoints().NewestFirst();
        return (found.Count > 0 ? found[0].Sequence : 0) < _checkpoint ? $"the checkpoint at {_checkpoint} was kept, {found.Count} others are there"
            : found.Any(one => one.Sequence > 0 && journal.ReadLines(one.Sequence).FirstOrDefault()?.Hash != one.Head) ? "a checkpoint is not of this journal"
            : _reports.FirstOrDefault();
    }

    private string? GoOn(Journal journal)
    {
        var before = journal.Durable;
        journal.Append(3);
        var opening = new JournalOpening(_disk, folder);
        opening.Read(mend: false);
        return journal.Durable != before + 3 ? "the journal does not go on" : opening.Problems.FirstOrDefault();
    }

    private static byte[] Letter(long version) => [.. Enumerable.Repeat((byte)version, 900)];

    private Checkpoints Checkpoints() => new("checkpoints", _reports.Add, _disk);

    // Like the node: from the newest checkpoint on.
    private Journal Open()
    {
        var from = Checkpoints().NewestFirst() is [var newest, ..] ? newest.Sequence : 1;
        return Store.Journal.Open(folder, Records.Options with { SegmentBytes = SegmentBytes, ReadFrom = from }, new FakeTimeProvider(), _disk);
    }
}
