using System.Diagnostics;
using LiteDB;

namespace EdgeNode.Store.Tests;

/// <summary>The negative control: LiteDB as it comes, which says of each document when its insertion had succeeded.</summary>
internal static class LiteDbChild
{
    /// <param name="folder">Where.</param>
    /// <param name="dieAfter">It kills itself with signal 9 once so many insertions had succeeded, before anything else happens.</param>
    public static int Run(string folder, int dieAfter = int.MaxValue)
    {
        using var self = Process.GetCurrentProcess();
        var thread = new OneThread();
        SynchronizationContext.SetSynchronizationContext(thread);
        using var database = Open(folder);
        var records = database.GetCollection("records");
        for (var number = Last(records) + 1; ; number++)
        {
            records.Insert(new BsonDocument { ["_id"] = number, ["text"] = new string('x', 200) });
            if (number == dieAfter)
            {
                self.Kill();
            }

            Console.Out.WriteLine(number);
            Console.Out.Flush();
            if (number % 10 == 0)
            {
                thread.Run();
            }
        }
    }

    /// <summary>How many of the first documents are not there; all of them when the file does not even open.</summary>
    public static long CountLost(string folder, long acknowledged)
    {
        try
        {
            using var database = Open(folder);
            var records = database.GetCollection("records");
            return Enumerable.Range(1, (int)acknowledged).LongCount(number => records.FindById((long)number) is null);
        }
        catch (Exception damage) when (damage is not OutOfMemoryException)
        {
            // What cannot be opened holds nothing.
            return acknowledged;
        }
    }

    private static LiteDatabase Open(string folder) => new(Path.Combine(Directory.CreateDirectory(folder).FullName, "records.db"));

    private static long Last(ILiteCollection<BsonDocument> records) => records.Count() > 0 ? records.Max().AsInt64 : 0;
}
