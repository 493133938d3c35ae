namespace EdgeNode.Store.Tests;

/// <summary>A process that appends until it is killed, and says of each record when it was acknowledged.</summary>
internal static class AppendingChild
{
    private const int InFlight = 50;

    public static int Run(string folder, FileLayer files)
    {
        var options = Records.Options with { SegmentBytes = 64 * 1024, Synchronous = false };
        using var journal = Journal.Open(folder, options, TimeProvider.System, files);
        using var room = new SemaphoreSlim(InFlight);
        var told = journal.Durable;
        journal.DurableAdvanced += durable =>
        {
            Console.Out.WriteLine(durable);
            Console.Out.Flush();
            room.Release((int)(durable - told));
            told = durable;
        };
        for (var number = journal.Appended + 1; ; number++)
        {
            room.Wait();
            if (journal.Append(Records.Fact(number), Records.At(number)) != number)
            {
                return 1;
            }
        }
    }
}
