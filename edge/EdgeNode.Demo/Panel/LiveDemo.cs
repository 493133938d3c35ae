using System.Collections.Immutable;
using System.Threading.Channels;
using EdgeNode.Core;
using EdgeNode.Screen;

namespace EdgeNode.Demo;

/// <summary>Plays the world at a chosen speed and carries out what visitors ask for, all in one thread of happening.</summary>
/// <param name="world">The world.</param>
/// <param name="speed">Simulated seconds per real second, 1 to 3,600.</param>
/// <param name="real">The real clock.</param>
public sealed class LiveDemo(World world, double speed, TimeProvider real)
{
    private const int StoryLength = 30;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(50);
    private readonly Channel<DemoCommand> _commands = Channel.CreateBounded<DemoCommand>(64);
    private ImmutableList<string> _story = [];
    private bool _somebodySits;
    private bool _silent;

    /// <summary>What the page shows.</summary>
    public ISiteViews Views { get; } = new DemoViews(world, real);

    /// <summary>What is asked for on the page; a node without power hears nothing.</summary>
    public bool Send(SiteEvent @event) => world.Node?.Send(@event) ?? false;

    /// <summary>The loan badges; none while the node has no power.</summary>
    public LoanDesk Loans() => world.Node?.LoanDesk() ?? LoanDesk.Empty;

    /// <summary>What the journal knows of one person's way; nothing while the node has no power.</summary>
    public ImmutableArray<FeedItem> Movements(HolderRef holder) => world.Node?.Movements(holder) ?? [];

    /// <summary>Who is in, or what is known of a list of people; nobody while the node has no power.</summary>
    public RollCall RollCall(ImmutableArray<HolderRef>? listed) => world.Node?.RollCall(listed) ?? Core.RollCall.Nobody;

    /// <summary>What visitors made happen, newest first.</summary>
    public ImmutableList<string> Story => _story;

    /// <summary>Asks for something to happen; ignored while 64 other wishes wait.</summary>
    public void Do(DemoCommand command) => _commands.Writer.TryWrite(command);

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var (realStart, simulatedStart) = (real.GetTimestamp(), world.Time.Uptime);
        while (!cancellation.IsCancellationRequested)
        {
            await world.RunToAsync(simulatedStart + (real.GetElapsedTime(realStart) * speed));
            while (_commands.Reader.TryRead(out var command))
            {
                Tell(command);
                await CarryOutAsync(command);
            }

            using var wait = new CancellationTokenSource(LongestWait, real);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(wait.Token, cancellation);
            Task wished = _commands.Reader.WaitToReadAsync(either.Token).AsTask();
            await wished.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Tell(DemoCommand command)
    {
        var label = DemoKeys.All.First(known => known.Command == command).Label;
        _story = _story.Insert(0, $"{world.LocalNow:HH:mm:ss} {label}");
        _story = _story.Count > StoryLength ? _story.RemoveAt(StoryLength) : _story;
    }

    private async Task CarryOutAsync(DemoCommand command)
    {
        switch (command)
        {
            case DemoCommand.Network:
                world.SetNetwork(!world.NetworkPlugged);
                break;
            case DemoCommand.Broker:
                await world.SetBrokerAsync(!world.BrokerRuns);
                break;
            case DemoCommand.PullPower:
                await world.PullPowerAsync();
                break;
            case DemoCommand.TapTooEarly:
                await TapTooEarlyAsync();
                break;
            case DemoCommand.ClockAhead:
                world.JumpWall(TimeSpan.FromHours(2));
                break;
            case DemoCommand.ClockBack:
                world.JumpWall(TimeSpan.FromHours(-2));
                break;
            default:
                InTheBuilding(command);
                break;
        }
    }

    private void InTheBuilding(DemoCommand command)
    {
        switch (command)
        {
            case DemoCommand.TapGood:
                new Visit(world, Population.Staff[0]).Try("street-in", "street");
                break;
            case DemoCommand.TapUnknown:
                world.Tap(new("street-in"), Population.UnknownCard);
                break;
            case DemoCommand.TapExpired:
                world.Tap(new("street-in"), Population.Expired.Card);
                break;
            case DemoCommand.PropDoor:
                Prop(new("floor"));
                break;
            case DemoCommand.ForceDoor:
                world.Force(new("street"));
                world.After(TimeSpan.FromSeconds(30), () => world.Close(new("street")));
                break;
            case DemoCommand.PressExit:
                world.PressExit(new("street"));
                break;
            case DemoCommand.SitOrLeave:
                SitOrLeave(new("d14"));
                break;
            case DemoCommand.SilenceSensor:
                world.Silence(new("d03"), _silent = !_silent);
                break;
        }
    }

    private void SitOrLeave(ResourceId desk)
    {
        _somebodySits = !_somebodySits;
        if (_somebodySits)
        {
            world.Sit(desk);
        }
        else
        {
            world.Leave(desk);
        }
    }

    private void Prop(DoorId door)
    {
        world.PressExit(door);
        world.After(TimeSpan.FromSeconds(1), () => world.TryOpen(door));
        world.After(TimeSpan.FromSeconds(60), () => world.Close(door));
    }

    // A booking made, or moved, at the hub this minute: it travels down to the site before the badge is held to the reader.
    private async Task TapTooEarlyAsync()
    {
        var start = world.Time.GetUtcNow() + TimeSpan.FromHours(2);
        world.Book(Population.Early, new ResourceId("r4"), start, start + TimeSpan.FromHours(1), "b-early");
        await world.PublishAsync();
        world.Tap(new("street-in"), Population.Early.Card);
    }
}
