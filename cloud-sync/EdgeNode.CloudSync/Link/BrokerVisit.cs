using EdgeNode.Contracts;
using MQTTnet;
using MQTTnet.Exceptions;

namespace EdgeNode.CloudSync;

/// <summary>
/// Signs in as the site once and leaves, for whoever looks for what is wrong; says and writes nothing. Only while the site's own link is
/// down: a broker keeps one connection for each name.
/// </summary>
public static class BrokerVisit
{
    /// <summary>How far a broker that answers lets the site come; within <see cref="LinkSettings.BrokerTimeout"/>.</summary>
    /// <param name="settings">The site's way to its broker.</param>
    /// <param name="certificate">The site's certificate and key, PEM; null = it has none.</param>
    /// <param name="time">The clock of the bound.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<BrokerAnswer> AskAsync(LinkSettings settings, string? certificate, TimeProvider time, CancellationToken stop)
    {
        using var patience = new CancellationTokenSource(settings.BrokerTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        using var client = new MqttClientFactory().CreateMqttClient();
        try
        {
            // The dates of its certificate are looked at by whoever proved its name before.
            var joined = await client.ConnectAsync(WireOptions.Plain(settings, certificate, () => false).Build(), either.Token);
            if (joined.ResultCode != MqttClientConnectResultCode.Success)
            {
                return BrokerAnswer.LoginRefused;
            }

            var read = await client.SubscribeAsync(Topics.SiteAll(settings.Site), cancellationToken: either.Token);
            await client.DisconnectAsync(new(), either.Token);
            return read.Items.All(item => item.ResultCode <= MqttClientSubscribeResultCode.GrantedQoS2) ? BrokerAnswer.Taken : BrokerAnswer.TopicsRefused;
        }
        catch (Exception refused) when (refused is MqttCommunicationException or IOException or OperationCanceledException && !stop.IsCancellationRequested)
        {
            // A broker that wants another certificate hangs up without a word.
            return BrokerAnswer.LoginRefused;
        }
    }
}
