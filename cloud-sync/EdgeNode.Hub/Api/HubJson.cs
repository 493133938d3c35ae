using System.Text.Json.Serialization;

namespace EdgeNode.Hub;

/// <summary>Source-generated JSON of the API.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(Card))]
[JsonSerializable(typeof(Reservation))]
[JsonSerializable(typeof(ImportResult))]
[JsonSerializable(typeof(IReadOnlyList<TotalRow>))]
[JsonSerializable(typeof(IReadOnlyList<SiteRow>))]
internal sealed partial class HubJson : JsonSerializerContext;
