using System.Globalization;
using System.Text;

namespace EdgeNode.Hub;

/// <summary>The configuration of a mosquitto that keeps sites apart: who may connect, and which topics each may write and read.</summary>
public static class BrokerFiles
{
    /// <summary>Most workers that a network's broker lets in; more is a matter of these files only.</summary>
    public const int Workers = 8;

    /// <summary>Name of a worker's certificate, from 1.</summary>
    public static string Worker(int number) => string.Create(CultureInfo.InvariantCulture, $"hub-{number}");

    /// <summary>mosquitto.conf: TLS 1.3 only, everybody by certificate, and the certificate's name is user and client id.</summary>
    public static string Configuration(string folder, string host, int port) => $"""
        per_listener_settings false
        listener {port.ToString(CultureInfo.InvariantCulture)} {host}
        cafile {folder}/ca.pem
        certfile {folder}/broker.pem
        keyfile {folder}/broker.pem
        tls_version tlsv1.3
        require_certificate true
        use_identity_as_username true
        use_username_as_clientid true
        allow_anonymous false
        acl_file {folder}/acl
        max_keepalive 60
        message_size_limit 262144
        max_inflight_messages 64
        max_queued_messages 10000
        persistent_client_expiration 1d

        """;

    /// <summary>The rules of topics: a site writes up and reads down under its own name only, the workers the other way round.</summary>
    public static string Rules()
    {
        var text = new StringBuilder();
        for (var number = 1; number <= Workers; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"user {Worker(number)}\ntopic read en/1/+/up/#\ntopic write en/1/+/dn/#\n\n");
        }

        return text.Append("pattern write en/1/%u/up/#\npattern read en/1/%u/dn/#\npattern read en/1/all/dn/#\n").ToString();
    }
}
