namespace EdgeNode.Demo;

/// <summary>What the demo was asked for.</summary>
/// <param name="Speed">Simulated seconds per real second.</param>
/// <param name="Seed">Which day.</param>
/// <param name="BrokerPort">An outside broker's port; null = one in this process.</param>
/// <param name="Port">Port of the page; null = a free one.</param>
internal sealed record DemoArguments(double Speed, int Seed, int? BrokerPort, int? Port);
