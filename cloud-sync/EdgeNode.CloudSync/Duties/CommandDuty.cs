using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.CloudSync;

/// <summary>Follows the network's commands: signed, for this site, in their ten seconds, and each once, ever. Every other one is dropped and journalled.</summary>
internal sealed class CommandDuty(DutyContext context) : LinkDuty(context)
{
    // Whoever floods a site with commands must not flood its journal.
    private static readonly TimeSpan BetweenDropped = TimeSpan.FromSeconds(1);

    private TimeSpan _quietUntil;

    public override async Task Take(SiteTopic topic, byte[] payload, CancellationToken stop)
    {
        if (topic is not SiteTopic.Command of || Context.Ports.Commands is not { } gate)
        {
            return;
        }

        var command = Read(payload);
        if ((command is null ? CommandDropReason.Unreadable : Refusal(command, of.Id, gate)) is { } reason)
        {
            await Drop(of.Id, reason, stop);
            return;
        }

        try
        {
            var refusal = await gate.Unlock(command!.Door, of.Id, stop);
            await Answer(of.Id, refusal is { } why ? $"{why}" : CommandAnswer.Done, stop);
        }
        catch (TimeoutException)
        {
            // What may yet be lost is not answered: the journal tells the network once its disk is well again.
        }
    }

    /// <summary>Journals a command that is not followed, and answers it.</summary>
    public async Task Drop(string id, CommandDropReason reason, CancellationToken stop)
    {
        if (Context.Ports.Commands is { } gate && Context.Elapsed >= _quietUntil)
        {
            _quietUntil = Context.Elapsed + BetweenDropped;
            await gate.Dropped(id, reason);
            await Answer(id, $"{reason}", stop);
        }
    }

    public override Task Pump(CancellationToken stop) => Task.CompletedTask;

    private static SiteCommand? Read(byte[] payload)
    {
        try
        {
            return LetterCodec.Decode<SiteCommand>(payload);
        }
        catch (LetterException)
        {
            // Journalled as unreadable by the caller, like every command that is not followed.
            return null;
        }
    }

    // The nonce comes last: only a command that would be followed uses it up.
    private CommandDropReason? Refusal(SiteCommand command, string id, ICommandGate gate)
    {
        var now = Context.Time.GetUtcNow().ToUnixTimeMilliseconds();
        return !Context.Keys.Network.Signed(command) ? CommandDropReason.Unsigned
            : command.Site != Context.Site || command.Id != id ? CommandDropReason.Foreign
            : !Context.Ports.ClockConfirmed() ? CommandDropReason.ClockUntrusted
            : now < command.NotBefore ? CommandDropReason.Early
            : now >= command.NotAfter || command.NotAfter - command.NotBefore > SiteCommand.LongestLife ? CommandDropReason.Late
            : command.Kind != SiteCommand.Unlock || !gate.HasDoor(command.Door) ? CommandDropReason.Unknown
            : !gate.TryRemember(command.Nonce, DateTimeOffset.FromUnixTimeMilliseconds(command.NotAfter)) ? CommandDropReason.Repeated
            : null;
    }

    private Task<bool> Answer(string id, string outcome, CancellationToken stop) =>
        Context.Wire.Publish(Topics.Answer(Context.Site, id), LetterCodec.Encode(new CommandAnswer(id, outcome)), retain: false, stop);
}
