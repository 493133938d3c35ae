using System.Text.Json.Serialization;

namespace EdgeNode.Contracts;

/// <summary>Source-generated JSON of the letters. A null is written out: a member that is missing is refused, so nothing turns into "at any time" by being lost.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(SiteStatus))]
[JsonSerializable(typeof(SiteNow))]
[JsonSerializable(typeof(JournalBatch))]
[JsonSerializable(typeof(JournalAck))]
[JsonSerializable(typeof(JournalSeal))]
[JsonSerializable(typeof(JournalLoss))]
[JsonSerializable(typeof(DoorSafetySheet))]
[JsonSerializable(typeof(UsageManifest))]
[JsonSerializable(typeof(UsageChunk))]
[JsonSerializable(typeof(UsageAck))]
[JsonSerializable(typeof(PolicyHead))]
[JsonSerializable(typeof(PolicyPart))]
[JsonSerializable(typeof(PolicyDelta))]
[JsonSerializable(typeof(PolicyWant))]
[JsonSerializable(typeof(PolicyLetter))]
[JsonSerializable(typeof(CertificateWant))]
[JsonSerializable(typeof(SiteCommand))]
[JsonSerializable(typeof(CommandAnswer))]
[JsonSerializable(typeof(SiteInvitation))]
[JsonSerializable(typeof(SiteCertificate))]
internal sealed partial class LetterJson : JsonSerializerContext;
