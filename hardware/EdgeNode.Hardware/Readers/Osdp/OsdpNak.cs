namespace EdgeNode.Hardware;

/// <summary>Why a reader refuses a command (OSDP 2.2, 7.3).</summary>
public enum OsdpNak : byte
{
    /// <summary>No error: not a valid reason.</summary>
    None = 0,

    /// <summary>CRC or checksum is wrong.</summary>
    Check = 1,

    /// <summary>Length of the command is wrong.</summary>
    Length = 2,

    /// <summary>Command is not known here.</summary>
    UnknownCommand = 3,

    /// <summary>Sequence number is not the next.</summary>
    Sequence = 4,

    /// <summary>This security block, or this key, is not supported.</summary>
    SecurityBlock = 5,

    /// <summary>The command must be encrypted.</summary>
    EncryptionRequired = 6,

    /// <summary>Biometric type is not supported.</summary>
    BiometricType = 7,

    /// <summary>Biometric format is not supported.</summary>
    BiometricFormat = 8,

    /// <summary>The command is known, its content cannot be done.</summary>
    Record = 9,
}
