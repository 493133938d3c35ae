using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>A known holder at a door, with the time as far as it may be believed; milliseconds since 1970 UTC.</summary>
internal sealed record ReferenceTap(Door Door, PolicyHolder Holder, Moment Now)
{
    public long Wall => Now.Wall.ToUnixTimeMilliseconds();

    public bool OnlyTimeless => Now.Trust == ClockTrust.Untrusted && Door.UntrustedClock == UntrustedClock.Strict;

    public long Latest => Wall + (Now.Trust == ClockTrust.Untrusted && Door.UntrustedClock == UntrustedClock.Lenient ? 86_400_000 : 0);
}
