using System.Collections.Immutable;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>Leads a person through the trial of one door, and says of each step what was seen.</summary>
/// <param name="site">The site.</param>
/// <param name="door">The door.</param>
/// <param name="bench">Its wires.</param>
/// <param name="talk">The person.</param>
internal sealed class DoorTrial(SiteConfiguration site, Door door, DoorBench bench, TrialTalk talk)
{
    private readonly StrikeSettings _strike = site.Strikes.First(strike => strike.Door == door.Id);
    private readonly List<StepResult> _results = [];
    private bool _contactTells;

    /// <summary>Every step that the door has wires for.</summary>
    /// <exception cref="FormatException">Nobody answers any more.</exception>
    public async Task<ImmutableArray<StepResult>> RunAsync()
    {
        if (TriedInput.Contact(site, door.Id) is { } contact)
        {
            await ContactAsync(contact);
        }

        if (TriedInput.ExitButton(site, door.Id) is { } button)
        {
            await ExitButtonAsync(button);
        }

        await LockAsync();
        await WithoutPowerAsync();
        if (site.FireInput is { } fire)
        {
            await FireInputAsync(fire);
        }

        return [.. _results];
    }

    private async Task ContactAsync(TriedInput contact)
    {
        await talk.DoneAsync("Shut the door.");
        var shut = bench.Look().Contact;
        await talk.DoneAsync("Open the door from inside by its handle, and leave it open.");
        var result = TrialVerdicts.Contact(contact, shut, bench.Look().Contact);
        _contactTells = result.Cure is null;
        await KeepAsync(result);
    }

    private async Task ExitButtonAsync(TriedInput button)
    {
        await talk.DoneAsync("Keep your hands off the exit button.");
        bench.Look();
        await talk.DoneAsync("Press the exit button and hold it down.");
        var held = bench.Look().ExitAsked;
        await talk.DoneAsync("Let it go.");
        await KeepAsync(TrialVerdicts.ExitButton(button, held, bench.Look().ExitAsked));
    }

    private async Task LockAsync()
    {
        var locked = await OpensAsync("The lock is LOCKED. Shut the door, then try to open it from OUTSIDE, without a badge or key");
        bench.Release();
        var released = await OpensAsync("The lock is RELEASED for a minute. Shut the door, then open it from OUTSIDE");
        bench.Relock();
        await KeepAsync(TrialVerdicts.Lock(_strike, locked, released));
    }

    private async Task WithoutPowerAsync()
    {
        await talk.DoneAsync("Switch off the power of the LOCK, at its own supply.");
        await KeepAsync(TrialVerdicts.WithoutPower(_strike, await OpensAsync("Shut the door, then try to open it from OUTSIDE, without a badge or key")));
        await KeepAsync(TrialVerdicts.WayOut(await OpensAsync("Shut the door, go INSIDE, and open it by hand as anybody would who wants out")));
        await talk.DoneAsync("Switch the power of the lock on again, and shut the door.");
    }

    private async Task FireInputAsync(FireInputSettings fire)
    {
        await talk.DoneAsync("The fire alarm is at rest.");
        var rest = bench.Look().Fire;
        await talk.DoneAsync("Have the fire alarm panel's contact act, as in an alarm.");
        await KeepAsync(TrialVerdicts.FireInput(fire, rest, bench.Look().Fire));
        await talk.DoneAsync("Set the fire alarm panel back.");
    }

    // Where the contact tells, it is believed rather than the person: shutting first, so that an opening can be seen.
    private async Task<bool> OpensAsync(string what)
    {
        bench.Look();
        if (!_contactTells)
        {
            return await talk.YesAsync($"{what}. Does it open?");
        }

        var seen = await SeenAsync($"{what}.");
        while (seen is { Opened: false, Contact: not ContactState.Closed })
        {
            seen = await SeenAsync($"The contact has not seen the door shut. {what}.");
        }

        return seen.Opened;
    }

    private async Task<DoorSeen> SeenAsync(string what)
    {
        await talk.DoneAsync(what);
        return bench.Look();
    }

    private async Task KeepAsync(StepResult result)
    {
        _results.Add(result);
        await talk.TellAsync(result);
    }
}
