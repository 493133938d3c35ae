using System.Globalization;

namespace EdgeNode.Bench;

/// <summary>A process that answers taps until its standard input ends: <c>bench subject NAME PORT PEOPLE</c>.</summary>
internal static class Subjects
{
    public static async Task<int> RunAsync(string[] args)
    {
        var (port, people) = (int.Parse(args[2], CultureInfo.InvariantCulture), int.Parse(args[3], CultureInfo.InvariantCulture));
        var folder = Directory.CreateTempSubdirectory("edgenode-bench-");
        await using (await OpenAsync(args[1], port, people, folder.FullName))
        {
            Console.WriteLine("ready");
            await Console.In.ReadToEndAsync();
        }

        folder.Delete(recursive: true);
        return 0;
    }

    private static Task<IAsyncDisposable> OpenAsync(string name, int port, int people, string folder) => name switch
    {
        "echo" => EchoSubject.OpenAsync(port),
        "edgenode" => EdgeNodeSubject.OpenAsync(port, people, folder),
        "sqlite" => SqliteSubject.OpenAsync(port, people, folder),
        "litedb" => LiteDbSubject.OpenAsync(port, people, folder),
        _ => throw new ArgumentException($"There is no subject '{name}'.", nameof(name)),
    };
}
