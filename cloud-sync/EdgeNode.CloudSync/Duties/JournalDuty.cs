using EdgeNode.Contracts;

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

        while (!_window.IsFull && _window.Next <= Context.Ports.Journal.Durable && Batch() is { } batch)
        {
            // The clock of silence starts with the first batch on its way.
            _heard = _window.IsWaiting ? _heard : Context.Elapsed;
            if (!await Context.Wire.Publish(Topics.Journal(Context.Site), JournalBatchCodec.Pack(batch), retain: false, stop))
            {
                Context.Board.Report(Problem, "Nobody at the broker takes journal batches. The records stay here and are sent again; look whether the hub runs.");
            }

            _window.Sent(batch.Last);
        }

        Due = _window.IsWaiting ? _heard + Context.Settings.HubTimeout : null;
    }

    private JournalBatch? Batch()
    {
        var (journal, first) = (Context.Ports.Journal, _window.Next);
        var lines = journal.Read(first, JournalBatch.MaxRecords);
        if (lines.Count == 0)
        {
            Context.Board.Report(Problem, $"Record {first} is to be sent but the journal keeps it no more. Restore the journal, or start a new epoch.");
            return null;
        }

        return new JournalBatch(Context.Site, journal.Epoch, first, first + lines.Count - 1, journal.HashOf(first - 1), lines[^1].Hash)
        {
            Lines = [.. lines.Select(line => new ReadOnlyMemory<byte>(line.Public))],
        };
    }

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
            Context.Board.Report(Problem, $"The hub has records through {ack.Through} of this journal, which ends at {journal.Durable}. The journal was set back: start a new epoch.");
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
