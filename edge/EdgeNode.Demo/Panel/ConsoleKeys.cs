namespace EdgeNode.Demo;

/// <summary>Keys of the terminal as wishes; without a terminal there are none, and the page's buttons do it.</summary>
internal sealed class ConsoleKeys : IDisposable
{
    private readonly ITimer? _look;

    private ConsoleKeys(ITimer? look) => _look = look;

    public static ConsoleKeys Listen(LiveDemo demo) => new(Console.IsInputRedirected ? null
        : TimeProvider.System.CreateTimer(_ => Look(demo), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(100)));

    public void Dispose() => _look?.Dispose();

    private static void Look(LiveDemo demo)
    {
        while (Console.KeyAvailable)
        {
            var key = Console.ReadKey(intercept: true).KeyChar;
            foreach (var (command, _, _) in DemoKeys.All.Where(known => known.Key == key))
            {
                demo.Do(command);
            }
        }
    }
}
