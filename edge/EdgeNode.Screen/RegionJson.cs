using System.Text.Json.Serialization;

namespace EdgeNode.Screen;

/// <summary>Source-generated JSON of the stream.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class RegionJson : JsonSerializerContext;
