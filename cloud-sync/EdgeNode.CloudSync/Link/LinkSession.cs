using EdgeNode.Contracts;
using EdgeNode.Core;
using Microsoft.Extensions.Logging;

namespace EdgeNode.CloudSync;

/// <summary>One connection at work: a single loop that takes what has come and sends what is due. Ends by an exception only.</summary>
internal sealed partial class LinkSession(DutyContext context, Bell bell, ILogger log) : IDisposable
{
    // Unlike the broker's own timers these need not be exact; the bound keeps a far night within a timer's range.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(1);

    private readonly CommandDuty _commands = new(context);

    // The status after the policy: a version that comes into force in one round is told in the same round, for nothing else rings for it.
    private readonly LinkDuty[] _duties =
        [new PolicyDuty(context), new StatusDuty(context), new JournalDuty(context), new UsageDuty(context), new PictureDuty(context), new CertificateDuty(context)];

    public async Task Run(CancellationToken stop)
    {
        await using var timer = context.Time.CreateTimer(_ => bell.Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        // Subscribed before the status is told, so that no answer to it can come too early.
        await context.Wire.Subscribe(Topics.SiteAll(context.Site), stop);
        await _duties.OfType<StatusDuty>().Single().Pump(stop);
        context.Board.Connected(true);
        while (true)
        {
            context.Wire.ThrowIfDown();
            while (context.Wire.TryTake(out var inbound))
            {
                await Handle(inbound!, stop);
            }

            foreach (var duty in _duties)
            {
                await duty.Pump(stop);
            }

            context.Board.Waits.Recheck();
            timer.Change(Sleep(), Timeout.InfiniteTimeSpan);
            await bell.Wait(stop);
        }
    }

    public void Dispose()
    {
        foreach (var duty in _duties.OfType<IDisposable>())
        {
            duty.Dispose();
        }
    }

    private TimeSpan Sleep()
    {
        var sleep = (_duties.Min(duty => duty.Due) ?? LongestSleep) - context.Elapsed;
        return sleep < TimeSpan.Zero ? TimeSpan.Zero : sleep < LongestSleep ? sleep : LongestSleep;
    }

    private async Task Handle(Inbound inbound, CancellationToken stop)
    {
        var topic = Topics.Parse(inbound.Topic);
        if (topic is null || (inbound.Retained && topic is not SiteTopic.PolicyHead))
        {
            // Nothing but a policy head may lie at the broker.
            LogDropped(inbound.Topic, inbound.Retained);
            if (topic is SiteTopic.Command command)
            {
                await _commands.Drop(command.Id, CommandDropReason.Retained, stop);
            }
        }
        else
        {
            await Take(topic, inbound, stop);
        }

        await context.Wire.Acknowledge(inbound, stop);
    }

    private async Task Take(SiteTopic topic, Inbound inbound, CancellationToken stop)
    {
        try
        {
            foreach (var duty in _duties.Append(_commands))
            {
                await duty.Take(topic, inbound.Payload, stop);
            }

            context.Board.Clear(inbound.Topic);
        }
        catch (LetterException error)
        {
            context.Board.Report(inbound.Topic, $"{inbound.Topic}: {error.Message}");
        }
    }
}
