using System.Text.Json.Serialization;
using EdgeNode.Core;

namespace EdgeNode.Hub;

/// <summary>Source-generated JSON of the API.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(Card))]
[JsonSerializable(typeof(Reservation))]
[JsonSerializable(typeof(ImportResult))]
[JsonSerializable(typeof(IReadOnlyList<TotalRow>))]
[JsonSerializable(typeof(IReadOnlyList<SiteRow>))]
[JsonSerializable(typeof(RatingCard))]
[JsonSerializable(typeof(MemberPlan))]
[JsonSerializable(typeof(IReadOnlyList<MatrixRow>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class HubJson : JsonSerializerContext;
