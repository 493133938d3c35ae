using System.Net;
using System.Net.Sockets;

namespace EdgeNode.CloudSync.Tests;

public sealed class BrokerVisitTests
{
    [Fact]
    public async Task A_broker_that_knows_the_site_takes_it_and_one_that_does_not_refuses_it()
    {
        await using var open = await Mosquitto.StartNew(Stop);
        Assert.Equal(BrokerAnswer.Taken, await Ask(open.Port));
        await using var shut = await Mosquitto.StartNew(Stop, port => $"listener {port} 127.0.0.1\nallow_anonymous false\npersistence false");
        Assert.Equal(BrokerAnswer.LoginRefused, await Ask(shut.Port));
    }

    [Fact]
    public async Task A_broker_that_lets_the_site_in_and_read_nothing_is_told_apart()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var serving = RefuseTopicsAsync(server);
        Assert.Equal(BrokerAnswer.TopicsRefused, await Ask(((IPEndPoint)server.LocalEndpoint).Port));
        await serving;
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<BrokerAnswer> Ask(int port) =>
        BrokerVisit.AskAsync(new(SiteDouble.Name, "127.0.0.1", port, "0.1.0", TimeZoneInfo.Utc), null, TimeProvider.System, Stop);

    // MQTT 5: CONNACK with success; SUBACK with 0x87, not authorised, under the packet's own number.
    private static async Task RefuseTopicsAsync(TcpListener server)
    {
        using var client = await server.AcceptTcpClientAsync(Stop);
        var stream = client.GetStream();
        await ReadPacketAsync(stream);
        await stream.WriteAsync(new byte[] { 0x20, 3, 0, 0, 0 }, Stop);
        var subscribe = await ReadPacketAsync(stream);
        await stream.WriteAsync(new byte[] { 0x90, 4, subscribe[0], subscribe[1], 0, 0x87 }, Stop);
        await ReadPacketAsync(stream);
    }

    // Every packet of this visit is shorter than 128 bytes, so that its length is one byte.
    private static async Task<byte[]> ReadPacketAsync(NetworkStream stream)
    {
        var head = new byte[2];
        await stream.ReadExactlyAsync(head, Stop);
        var rest = new byte[head[1]];
        await stream.ReadExactlyAsync(rest, Stop);
        return rest;
    }
}
