using System.Diagnostics;
using System.Globalization;

namespace EdgeNode.Simulation;

/// <summary>Runs the second opinion, a program that shares no line with the product, over journal lines.</summary>
internal static class Recount
{
    /// <summary>Sessions and minutes by home.</summary>
    public static async Task<Dictionary<string, (long Sessions, long Minutes)>> OfAsync(IEnumerable<byte[]> lines)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "recount"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync();
        foreach (var line in lines)
        {
            await program.StandardInput.BaseStream.WriteAsync(line);
            program.StandardInput.BaseStream.WriteByte((byte)'\n');
        }

        program.StandardInput.Close();
        var text = await output;
        await program.WaitForExitAsync();
        return program.ExitCode == 0
            ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(' ')).ToDictionary(row => row[0], row => (long.Parse(row[1], CultureInfo.InvariantCulture), long.Parse(row[2], CultureInfo.InvariantCulture)))
            : throw new InvalidOperationException("recount failed");
    }
}
