using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.CloudSync;

/// <summary>Sends durable records in batches. The cursor moves by the hub's own word only: the broker's confirmation says nothing of the hub.</summary>
internal sealed class JournalDuty(DutyContext context) : LinkDuty(context)
{
    private const string Problem = "journal";

    private readonly JournalWindow _window = new(context.Ports.Cursor.AcknowledgedThrough, context.Settings.BatchWindow);
    private TimeSpan _heard = context.Elapsed;

    public override Task Take(SiteTopic topic, byte[] payload, CancellationToken stop)
    {
        if (topic is SiteTopic.JournalAck)
        {
            Hear(LetterCodec.Decode<JournalAck>(payload));
        }

        return Task.CompletedTask;
    }

    public override async Task Pump(CancellationToken stop)
    {
        if (_window.IsWaiting && Context.Elapsed - _heard >= Context.Settings.HubTimeout)
        {
            _window.Rewind();
            Context.Board.Report(Problem, $"The hub has not acknowledged records after {_window.Acknowledged} in time. They stay here and are sent again; look whether the hub runs.");
        }

        while (!_window.IsFull && Context.Ports.Journal.Read(_window.Next, JournalBatch.MaxRecords) is [var first, ..] lines)
        {
            // The clock of silence starts with the first letter on its way.
            _heard = _window.IsWaiting ? _heard : Context.Elapsed;
            await (first.Sequence > _window.Next ? SendLoss(first, stop) : SendBatch(lines, stop));
        }

        Due = _window.IsWaiting ? _heard + Context.Settings.HubTimeout : null;
    }

    private async Task SendBatch(IReadOnlyList<JournalLine> lines, CancellationToken stop)
    {
        var batch = new JournalBatch(Context.Site, Context.Ports.Journal.Epoch, lines[0].Sequence, lines[^1].Sequence, Before(lines[0]), lines[^1].Hash)
        {
            Lines = [.. lines.Select(line => new ReadOnlyMemory<byte>(line.Public))],
        };
        await Send(Topics.Journal(Context.Site), JournalBatchCodec.Pack(batch), batch.Last, stop);
    }

    // What no longer exists cannot be waited for: the site says so under its signature, and the hub goes on behind it.
    private async Task SendLoss(JournalLine next, CancellationToken stop)
    {
        var (entry, before) = JournalCodec.Decode(next.Public, []);
        var loss = new JournalLoss(Context.Site, Context.Ports.Journal.Epoch, _window.Next, next.Sequence - 1, before) { Restored = entry.Fact is JournalFact.JournalRestored };
        await Send(Topics.JournalLoss(Context.Site), LetterCodec.Encode(Context.Keys.Site.Sign(loss)), loss.Last, stop);
    }

    private async Task Send(string topic, byte[] letter, long last, CancellationToken stop)
    {
        if (!await Context.Wire.Publish(topic, letter, retain: false, stop))
        {
            Context.Board.Report(Problem, "Nobody at the broker takes journal batches. The records stay here and are sent again; look whether the hub runs.");
        }

        _window.Sent(last);
    }

    private static string Before(JournalLine line) => JournalCodec.Decode(line.Public, []).PreviousHash;

    private void Hear(JournalAck ack)
    {
        var journal = Context.Ports.Journal;
        if (ack.Epoch != journal.Epoch)
        {
            // The hub's answer to a journal that a restore has replaced.
            return;
        }

        if (ack.Through > journal.Durable)
        {
            Context.Board.Report(Problem, $"The hub has records through {ack.Through} of this journal, which ends at {journal.Durable}. The journal was set back without saying so: put the site back from a copy with edgenode restore.");
            return;
        }

        if (_window.Hear(ack.Through))
        {
            Context.Ports.Cursor.Acknowledge(ack.Through);
            _heard = Context.Elapsed;
            Context.Board.Clear(Problem);
            Context.Board.Acknowledged();
        }
    }
}
