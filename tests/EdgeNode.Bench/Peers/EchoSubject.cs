namespace EdgeNode.Bench;

/// <summary>Answers everything and decides nothing: what broker and client library alone take.</summary>
internal static class EchoSubject
{
    public static async Task<IAsyncDisposable> OpenAsync(int port)
    {
        PeerLine? line = null;
        line = await PeerLine.OpenAsync(port, TapTopics.Taps, (topic, payload) => _ = line!.SendAsync(TapTopics.Strike(TapTopics.DoorOf(topic)), TapTopics.Read(payload).Number));
        return line;
    }
}
