namespace EdgeNode.Worker;

/// <summary>Talks with the person who stands at the door.</summary>
/// <param name="answers">What the person types, by the line.</param>
/// <param name="output">What the person reads.</param>
/// <param name="pause">Waits.</param>
/// <param name="stop">Ends it.</param>
internal sealed class TrialTalk(TextReader answers, TextWriter output, Func<TimeSpan, Task> pause, CancellationToken stop)
{
    // Contacts and buttons count once they have been still for 30 ms.
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(200);

    /// <summary>Asks for something to be done, and waits until it is.</summary>
    /// <exception cref="FormatException">Nobody is there.</exception>
    public async Task DoneAsync(string what)
    {
        await output.WriteAsync($"  > {what} Then press Enter. ");
        await LineAsync();
        await pause(Settling);
    }

    /// <summary>Asks a question until it is answered.</summary>
    /// <exception cref="FormatException">Nobody is there.</exception>
    public async Task<bool> YesAsync(string question)
    {
        while (true)
        {
            await output.WriteAsync($"  ? {question} [y/n] ");
            switch ((await LineAsync()).Trim().ToUpperInvariant())
            {
                case "Y" or "YES":
                    return true;
                case "N" or "NO":
                    return false;
            }
        }
    }

    /// <summary>Says what a step came to.</summary>
    public async Task TellAsync(StepResult result)
    {
        await output.WriteLineAsync($"{(result.Cure is null ? "ok    " : "FAILED")}  {SafetyPage.Name(result.Step)}: {result.Told}");
        if (result.Cure is { } cure)
        {
            await output.WriteLineAsync($"        -> {cure}");
        }
    }

    private async Task<string> LineAsync()
    {
        var line = await answers.ReadLineAsync(stop) ?? throw new FormatException("Nobody answers any more; nothing was signed.");
        await output.WriteLineAsync();
        return line;
    }
}
