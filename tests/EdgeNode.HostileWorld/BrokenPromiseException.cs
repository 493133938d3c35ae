namespace EdgeNode.HostileWorld;

/// <summary>A promise is broken: the story ends here.</summary>
internal sealed class BrokenPromiseException(string promise, string words) : Exception($"{promise}: {words}")
{
    public string Promise => promise;

    public string Words => words;
}
