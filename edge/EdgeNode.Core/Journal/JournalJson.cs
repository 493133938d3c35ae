using System.Text.Json.Serialization;

namespace EdgeNode.Core;

/// <summary>Source-generated JSON of the journal: members in the order of declaration, so the same fact always gives the same bytes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(JournalCodec.PublicLine))]
[JsonSerializable(typeof(JournalCodec.PersonalLine))]
[JsonSerializable(typeof(SiteCheckpoint))]
internal sealed partial class JournalJson : JsonSerializerContext;
