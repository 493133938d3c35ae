namespace EdgeNode.Bench;

/// <summary>Answers everything and decides nothing: what broker and client library alone take.</summary>
internal static class EchoSubject
{
    public static async Task<IAsyncDisposable> OpenAsync(int port) => await PeerLine.AnswerAsync(port, (_, _) => true);
}
