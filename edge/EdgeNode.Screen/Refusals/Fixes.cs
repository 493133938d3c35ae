using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>Which refusal has which button.</summary>
internal static class Fixes
{
    public static Fix Of(JournalFact.AccessDenied denied) => denied.Reason switch
    {
        // Behind a private door no outsider is let in by a button, and a full site is full by the fire limit.
        DenyReason.HostPrivateArea or DenyReason.SiteFull or DenyReason.CredentialNotEnabled or DenyReason.UnknownAccessPoint => Fix.None,
        DenyReason.DoorModeRefuses => Fix.ChangeMode,
        DenyReason.PassedBack => denied.Who is null ? Fix.LetInOnce : Fix.Forgive,
        _ => denied.All.Contains(DenyReason.HostPrivateArea) || denied.All.Contains(DenyReason.SiteFull) || denied.All.Contains(DenyReason.CredentialNotEnabled) ? Fix.None : Fix.LetInOnce,
    };
}
