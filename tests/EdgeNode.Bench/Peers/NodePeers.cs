using System.Diagnostics;

namespace EdgeNode.Bench;

/// <summary>
/// Peers on Node.js, installed from the npm registry into a folder that is kept: a plain script with SQLite (WAL, synchronous FULL), and
/// Node-RED with a function node that looks people up in its context. Where they cannot be installed, that is said and nothing is measured.
/// </summary>
internal static class NodePeers
{
    private static readonly string Folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "edgenode-bench");

    private static readonly (string Script, string[] Packages, string Name, string Lacks)[] All =
    [
        ("tap-sqlite.js", ["mqtt@5.16.0", "better-sqlite3@11"], "Node.js script, SQLite at each tap", "no door timers, alarms, sessions or booking rules"),
        ("tap-nodered.js", ["node-red@4.1.8"], "Node-RED, context store", "no durable record, door timers, alarms, sessions or booking rules"),
    ];

    public static IEnumerable<Peer> Find(bool quick)
    {
        foreach (var (script, packages, name, lacks) in quick ? [] : All)
        {
            if (Install(packages) is { } why)
            {
                Console.WriteLine($"{name}: not measured here, since it could not be installed: {why}");
                continue;
            }

            var path = Path.Combine(Folder, script);
            File.Copy(Path.Combine(AppContext.BaseDirectory, "Peers", script), path, overwrite: true);
            yield return new(name, "node", (port, people) => [path, $"{port}", $"{people}"], lacks);
        }
    }

    private static string? Install(string[] packages)
    {
        Directory.CreateDirectory(Folder);
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["install", "--no-audit", "--no-fund", "--loglevel", "error", .. packages])
            {
                WorkingDirectory = Folder,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                Environment = { ["npm_config_nodedir"] = "/usr" },
            })!;
            var said = npm.StandardError.ReadToEnd();
            npm.WaitForExit();
            return npm.ExitCode == 0 ? null : said.Split('\n').FirstOrDefault(line => line.Length > 0) ?? "npm failed";
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
