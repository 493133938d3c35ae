namespace EdgeNode.Core;

/// <summary>What somebody showed at an access point.</summary>
/// <param name="AccessPoint">Where.</param>
/// <param name="Token">Keyed HMAC of the identifier.</param>
/// <param name="Assurance">How surely it is genuine.</param>
/// <param name="PinProved">Whether the holder's PIN was entered with it.</param>
public sealed record Presented(AccessPointId AccessPoint, CredentialToken Token, Assurance Assurance, bool PinProved);
