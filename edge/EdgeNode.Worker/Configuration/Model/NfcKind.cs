namespace EdgeNode.Worker;

/// <summary>The NFC chip of a reader.</summary>
public enum NfcKind
{
    /// <summary>NXP PN532.</summary>
    Pn532,

    /// <summary>NXP MFRC522.</summary>
    Mfrc522,
}
