using System.IO.Compression;
using EdgeNode.Store.Tests;

namespace EdgeNode.Worker.Tests;

public sealed class SupportBundleTests : IDisposable
{
    // Each would betray somebody or something, and stands where the program can read it.
    private static readonly string[] Secrets = ["Anna Example", "hunter2", "staff-1", "00000000000000000000000001", "0123456789", "broker-user", "Villa Anna"];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Nothing_of_a_person_no_number_and_no_secret_is_in_it()
    {
        var stop = TestContext.Current.CancellationToken;
        using var site = new SmallSite(_folder["store"]);
        await using (var node = site.Start())
        {
            Assert.True(site.Opens(node, SmallSite.Street));
        }

        await File.WriteAllTextAsync(_folder["broker.password"], "hunter2\n", stop);
        await File.WriteAllTextAsync(_folder["site.yaml"], """
            # Anna Example, code 0123456789
            site: { id: namur-gare, name: Villa Anna, timezone: Europe/Brussels }
            store: store
            gpio: none
            areas: [{ id: floor, name: Anna Example }]
            doors:
              - id: street
                name: door of Anna Example   # hunter2
                from: outside
                to: floor
                strike: { pin: 17, wiring: failSecure }
            network:
              broker: 127.0.0.1
              port: 1
              tls: false
              user: broker-user
              passwordFile: broker.password
              publicKey: d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a
            """, stop);

        var (exit, output, error) = await EdgeNodeProcess.RunAsync("support-bundle", "--config", _folder["site.yaml"], _folder["help.zip"]);

        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("doctor.txt", output, StringComparison.Ordinal);
        var keys = Directory.EnumerateFiles(_folder["store/keys"]).Select(File.ReadAllText).Select(key => key.Trim()).ToArray();
        Assert.Equal(2, keys.Length);
        await using var zip = await ZipFile.OpenReadAsync(_folder["help.zip"], stop);
        Assert.Equal(["about.txt", "doctor.txt", "site.txt", "wiring.txt", "journal.txt"], zip.Entries.Select(entry => entry.FullName));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(stop));
            var text = await reader.ReadToEndAsync(stop);
            Assert.All([.. Secrets, .. keys, Environment.UserName == MachineFacts.ServiceUser ? "no such" : $"  {Environment.UserName}\n"],
                secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
            Assert.Contains(Expected(entry.FullName), text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_a_file_only_what_is_known_to_be_harmless_is_told()
    {
        var told = HarmlessSite.Of("site: { id: namur, name: Anna, maxPeople: 80 }\ndoors: [{ release: 5 s, note: 20251125 }]\nAnna Example: 1\n");
        Assert.Equal("/site/id = namur\n/site/name = (left out)\n/site/maxPeople = 80\n/doors/0/release = 5 s\n/doors/0/note = (left out)\n/(left out) = 1\n", told);
    }

    [Fact]
    public async Task A_file_that_is_there_is_not_written_over()
    {
        await File.WriteAllTextAsync(_folder["help.zip"], "mine", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder["site.yaml"], ConfigurationFixture.Minimal + "store: store\ngpio: none\n", TestContext.Current.CancellationToken);
        var (exit, _, error) = await EdgeNodeProcess.RunAsync("support-bundle", "--config", _folder["site.yaml"], _folder["help.zip"]);
        Assert.Equal(1, exit);
        Assert.Contains("help.zip", error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder["help.zip"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_shell_is_told_what_may_come_next()
    {
        var (exit, output, _) = await EdgeNodeProcess.RunAsync("[suggest:12]", "edgenode doc");
        Assert.Equal((0, "doctor\n"), (exit, output));
    }

    private static string Expected(string name) => name switch
    {
        "about.txt" => "edgenode 0.",
        "doctor.txt" => "checks, ",
        "site.txt" => "/doors/0/strike/wiring = failSecure",
        "wiring.txt" => "strike, fail-secure",
        _ => "AccessGranted",
    };
}
