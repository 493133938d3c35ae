namespace EdgeNode.Hardware.Mqtt;

/// <summary>One topic on which a value comes.</summary>
/// <param name="Topic">The topic, without wildcards.</param>
/// <param name="Path">Keys from the outermost to the value in a JSON payload; empty = the payload itself.</param>
/// <param name="On">Texts that mean yes; a JSON true is "true".</param>
/// <param name="Off">Texts that mean no.</param>
public sealed record MqttSource(string Topic, IReadOnlyList<string> Path, IReadOnlyList<string> On, IReadOnlyList<string> Off);
