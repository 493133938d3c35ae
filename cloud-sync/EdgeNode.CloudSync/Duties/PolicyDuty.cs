using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.CloudSync;

/// <summary>Follows the policy head: asks for the parts, checks all of it, and only then offers it to the site.</summary>
internal sealed class PolicyDuty(DutyContext context) : LinkDuty(context)
{
    private const string Problem = "policy";

    private PolicyParts? _coming;
    private TimeSpan _askAt;

    public override Task Take(SiteTopic topic, byte[] payload, CancellationToken stop)
    {
        switch (topic)
        {
            case SiteTopic.PolicyHead:
                Follow(LetterCodec.Decode<PolicyHead>(payload));
                break;
            case SiteTopic.PolicyPart of when of.Version == _coming?.Head.Version:
                _coming.Keep(LetterCodec.Decode<PolicyPart>(payload));
                break;
            case SiteTopic.PolicyDelta of when of.Version == _coming?.Head.Version:
                _coming.Keep(LetterCodec.Decode<PolicyDelta>(payload), Context.Ports.Policy);
                _askAt = Context.Elapsed;
                break;
        }

        return Task.CompletedTask;
    }

    public override async Task Pump(CancellationToken stop)
    {
        if (_coming is { IsComplete: true })
        {
            await Finish(_coming);
        }

        if (_coming is { } coming && Context.Elapsed >= _askAt)
        {
            var inForce = Context.Ports.Policy.Version;
            var want = new PolicyWant(coming.Head.Version, coming.Missing) { Have = inForce > 0 && !coming.IsWholeWanted ? inForce : null };
            await Context.Wire.Publish(Topics.WantPolicy(Context.Site, want.Version), LetterCodec.Encode(want), retain: false, stop);
            _askAt = Context.Elapsed + Context.Settings.HubTimeout;
        }

        Due = _coming is null ? null : _askAt;
    }

    private void Follow(PolicyHead head)
    {
        if (PolicyHeads.Refusal(head, Context.Site, Context.Keys.Network, Context.Ports.Policy) is { } refusal)
        {
            Context.Board.Report(Problem, refusal);
        }
        else if (head.Version == Context.Ports.Policy.Version)
        {
            _coming = null;
            Context.Board.Clear(Problem);
        }
        else if (_coming is null || head.Version > _coming.Head.Version || (head.Version == _coming.Head.Version && head.Hash != _coming.Head.Hash))
        {
            (_coming, _askAt) = (new(head), Context.Elapsed);
        }
    }

    private async Task Finish(PolicyParts complete)
    {
        try
        {
            var bytes = complete.Join();
            await Read(complete.Head, bytes);
        }
        catch (LetterException error)
        {
            // Parts are not signed one by one: any of them may be the wrong one, so all are asked for again, after a pause.
            complete.Forget();
            _askAt = Context.Elapsed + Context.Settings.HubTimeout;
            Context.Board.Report(Problem, error.Message);
        }
    }

    private async Task Read(PolicyHead head, byte[] bytes)
    {
        var (policy, errors) = PolicyReading.Read(bytes, Context.Site, Context.Settings.Zone, head.Hash);
        if (policy is { Version: var version } && version != head.Version)
        {
            (policy, errors) = (null, [$"its letter says version {version}"]);
        }

        _coming = null;
        if (policy is null)
        {
            Context.Board.Report(Problem, $"Policy {head.Version} cannot be used: {string.Join(" ", errors)} It was not applied; the network must publish it again, corrected, as a newer version.");
        }
        else if (await Context.Ports.Policy.Offer(policy, bytes))
        {
            Context.Board.Clear(Problem);
            Context.Board.Tell();
        }
        else
        {
            Context.Board.Report(Problem, $"Policy {head.Version} could not be kept by this site. It is offered again with the next connection; look at the site's store.");
        }
    }
}
