namespace EdgeNode.Demo;

/// <summary>What kind of world is played.</summary>
/// <param name="Seed">The same seed is the same story, to the byte of the journal.</param>
/// <param name="Start">Wall time at which the story starts.</param>
/// <param name="Folder">Where the node and the hub keep their files; absent = empty world.</param>
/// <param name="ExternalBroker">Port on loopback of a broker that runs already; null = one in this process.</param>
/// <param name="HubPort">Port of the hub's API; null = none.</param>
public sealed record WorldOptions(
    int Seed, DateTimeOffset Start, string Folder, int? ExternalBroker = null, int? HubPort = null);
