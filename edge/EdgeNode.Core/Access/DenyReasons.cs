namespace EdgeNode.Core;

/// <summary>The standard's words for the house's reasons.</summary>
public static class DenyReasons
{
    /// <summary>The reason of ONVIF Access Control 19.12, AccessControl/Denied; "Other" where the standard has none.</summary>
    public static string ToOnvif(this DenyReason reason) => reason switch
    {
        DenyReason.CredentialNotFound => "pt:InvalidIdentifierValue",
        DenyReason.CredentialNotEnabled or DenyReason.LoanNotHandedOut => "CredentialNotEnabled",
        DenyReason.CredentialNotActive => "CredentialNotActive",
        DenyReason.CredentialExpired => "CredentialExpired",
        DenyReason.PinWrong or DenyReason.PinNotGiven => "InvalidPIN",
        DenyReason.TooEarly or DenyReason.BookingOver or DenyReason.NotPermittedAtThisTime => "NotPermittedAtThisTime",
        DenyReason.HostPrivateArea or DenyReason.NotOnPath or DenyReason.NoBookingNoRight or DenyReason.BookingReleased or DenyReason.NoSeatLeft or DenyReason.HostNotHere => "Unauthorized",
        _ => "Other",
    };
}
