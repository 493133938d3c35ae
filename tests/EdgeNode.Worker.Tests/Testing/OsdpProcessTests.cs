using System.Diagnostics;
using EdgeNode.Hardware.Tests;

namespace EdgeNode.Worker.Tests;

/// <summary>The program at both ends of a real terminal of the kernel, each a process of its own: a reader is paired, tried and moved.</summary>
public sealed class OsdpProcessTests : IDisposable
{
    private const string Card = "00101101001011010010110101";
    private readonly string _store = Directory.CreateTempSubdirectory("edgenode-osdp-process").FullName;
    private readonly TerminalPair _cable = new();
    private readonly Process _reader;

    public OsdpProcessTests() => _reader = Process.Start(new ProcessStartInfo(
        ConfigurationFixture.BesideProgram("edgenode"), ["osdp", "reader", "--port", _cable.Other, "--address", "0"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    public void Dispose()
    {
        _reader.Kill();
        _reader.Dispose();
        _cable.Dispose();
        Directory.Delete(_store, recursive: true);
    }

    [Fact]
    public async Task A_new_reader_is_paired_by_one_process_tried_by_another_and_moved_by_a_third()
    {
        var stop = TestContext.Current.CancellationToken;
        var file = Site(address: 0);
        var paired = await EdgeNodeProcess.RunAsync("osdp", "pair", "--config", file, "--reader", "street-in", "--by", "the-installer");
        Assert.True(paired.Exit == ExitCode.Ok, paired.Output + paired.Error);
        Assert.Equal("a key of its own was given", await _reader.StandardOutput.ReadLineAsync(stop));
        var key = (await File.ReadAllLinesAsync(Path.Combine(_store, "keys", "osdp", "street-in.key"), stop))[0];
        Assert.DoesNotContain(key, paired.Output, StringComparison.OrdinalIgnoreCase);

        await _reader.StandardInput.WriteLineAsync($"card {Card}");
        var tried = await EdgeNodeProcess.RunAsync("test", "reader", "street-in", "--config", file, "--seconds", "12");
        Assert.True(tried.Exit == ExitCode.Ok, tried.Output + tried.Error);
        Assert.Contains("a card, mark ", tried.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Card, tried.Output, StringComparison.Ordinal);

        var moved = await EdgeNodeProcess.RunAsync("osdp", "move", "--port", _cable.One, "--address", "0", "--key", key, "--to-address", "5", "--to-baud", "38400");
        Assert.True(moved.Exit == ExitCode.Ok, moved.Output + moved.Error);
        await _reader.StandardInput.WriteLineAsync($"card {Card}");
        var there = await EdgeNodeProcess.RunAsync("test", "reader", "street-in", "--config", Site(address: 5, baud: 38400), "--seconds", "12");
        Assert.True(there.Exit == ExitCode.Ok, there.Output + there.Error);
    }

    private string Site(int address, int baud = 9600)
    {
        var file = Path.Combine(_store, $"site-{address}.yaml");
        File.WriteAllText(file, $$"""
            site:
              id: namur-gare
              timezone: Europe/Brussels
            store: {{_store}}
            areas: [{ id: floor }]
            doors:
              - id: street
                from: outside
                to: floor
                readers: [{ id: street-in, osdp: { port: {{_cable.One}}, address: {{address}}, baud: {{baud}} } }]
            """);
        return file;
    }
}
