using EdgeNode.Contracts;

namespace EdgeNode.CloudSync;

/// <summary>Tells whenever the status changes, so the version of a policy is told only once it is in force; and as a heartbeat.</summary>
internal sealed class StatusDuty(DutyContext context) : LinkDuty(context)
{
    private static readonly string[] WorksOffline = ["doors", "desks", "journal", "screen"];

    private long _told = -1;

    public static byte[] Status(bool online, LinkSettings settings, LinkPorts ports) => LetterCodec.Encode(
        new SiteStatus(online, settings.ProgramVersion, ports.Journal.Epoch, ports.Policy.Version, WorksOffline));

    public override async Task Pump(CancellationToken stop)
    {
        var version = Context.Ports.Policy.Version;
        if (version != _told || Context.Elapsed >= Due)
        {
            await Context.Wire.Publish(Topics.Status(Context.Site), Status(true, Context.Settings, Context.Ports), retain: true, stop);
            (_told, Due) = (version, Context.Elapsed + Context.Settings.Heartbeat);
        }
    }
}
