namespace EdgeNode.Hardware;

/// <summary>Types of the security block (OSDP 2.2, annex D).</summary>
internal enum OsdpSecurity : byte
{
    Challenge = 0x11,
    ClientCryptogram = 0x12,
    ServerCryptogram = 0x13,
    InitialMac = 0x14,
    SealedCommand = 0x15,
    SealedReply = 0x16,
    EncryptedCommand = 0x17,
    EncryptedReply = 0x18,
}
