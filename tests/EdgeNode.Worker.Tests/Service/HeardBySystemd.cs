using Microsoft.Extensions.Hosting.Systemd;

namespace EdgeNode.Worker.Tests;

/// <summary>Keeps what would have been told to systemd.</summary>
internal sealed class HeardBySystemd : ISystemdNotifier
{
    public List<string> Words { get; } = [];

    public bool IsEnabled => true;

    public void Notify(ServiceState state) => Words.Add(state.ToString());
}
