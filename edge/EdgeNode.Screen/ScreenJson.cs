using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace EdgeNode.Screen;

/// <summary>Source-generated JSON of the stream and of what the screen keeps.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(AccountBook))]
[JsonSerializable(typeof(Muster))]
[JsonSerializable(typeof(ImmutableDictionary<long, IncidentNote>))]
internal sealed partial class ScreenJson : JsonSerializerContext;
