using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace EdgeNode.Worker;

/// <summary>Goes as far towards a server as it can, and says how far that was.</summary>
internal static class ServerProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Asks for its address, connects, and has it prove its name; says nothing to it beyond that.</summary>
    public static async Task<ServerFact> LookAsync(string host, int port, bool tls, string? authorityFile, TimeProvider time, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        var reached = ServerFact.NoAddress;
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(host, either.Token);
            reached = ServerFact.NoAnswer;
            using var client = new TcpClient();
            await client.ConnectAsync(addresses, port, either.Token);
            reached = ServerFact.NotProved;
            return !tls || await ProvesItsNameAsync(client, host, authorityFile, either.Token) ? ServerFact.Reached : reached;
        }
        catch (Exception failure) when (failure is SocketException or IOException or AuthenticationException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            return reached;
        }
    }

    private static async Task<bool> ProvesItsNameAsync(TcpClient client, string host, string? authorityFile, CancellationToken stop)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = host };
        if (authorityFile is not null)
        {
            options.CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(authorityFile);
        }

        await using var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(options, stop);
        return stream.IsAuthenticated;
    }
}
