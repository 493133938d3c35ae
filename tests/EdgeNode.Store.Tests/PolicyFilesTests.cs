using System.Text;
using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class PolicyFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _reports = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_last_two_letters_are_kept_newest_first()
    {
        var files = Open();
        for (var version = 8; version <= 12; version++)
        {
            files.Save(version, Letter(version));
        }

        Assert.Equal([12, 11], Versions(Open()));
        Assert.Equal(2, _folder.Names(".letter").Length);
        Assert.Equal(Letter(12), Open().LoadNewestFirst().First().Letter);
        Assert.Empty(_reports);
    }

    [Fact]
    public void A_corrupt_newest_letter_falls_back_to_the_one_before_and_is_reported()
    {
        Open().Save(1, Letter(1));
        Open().Save(2, Letter(2));
        File.AppendAllText(_folder[_folder.Names(".letter")[1]], "x");
        Assert.Equal([1], Versions(Open()));
        Assert.Contains("passed over", Assert.Single(_reports), StringComparison.Ordinal);
    }

    [Fact]
    public void A_corrupt_letter_never_pushes_out_a_whole_one()
    {
        Open().Save(1, Letter(1));
        Open().Save(2, Letter(2));
        File.WriteAllText(_folder[_folder.Names(".letter")[1]], "");
        Open().Save(3, Letter(3));
        Assert.Equal([3, 1], Versions(Open()));
    }

    [Fact]
    public void A_half_written_letter_was_never_in_force()
    {
        Open().Save(1, Letter(1));
        File.WriteAllText(_folder["policy-00000000000000000002-ab.letter.tmp"], "half");
        Assert.Equal([1], Versions(Open()));
        Assert.Empty(_folder.Names(".tmp"));
        Assert.Empty(_reports);
    }

    [Fact]
    public void A_power_cut_at_any_moment_of_saving_leaves_a_whole_letter_and_a_saved_one_stays()
    {
        for (var cut = 1; cut < 14; cut++)
        {
            var disk = new ForgetfulDisk();
            var files = new PolicyFiles(_folder.Path, _reports.Add, disk);
            files.Save(1, Letter(1));
            var saved = 1;
            disk.CutBefore = disk.Operations + cut;
            try
            {
                for (var version = 2; version <= 4; version++)
                {
                    files.Save(version, Letter(version));
                    saved = version;
                }
            }
            catch (PowerCutException)
            {
                disk.PowerOn();
            }

            Assert.InRange(new PolicyFiles(_folder.Path, _reports.Add, disk).LoadNewestFirst().First().Version, saved, saved + 1);
        }

        Assert.Empty(_reports);
    }

    private static byte[] Letter(int version) => Encoding.UTF8.GetBytes($"letter {version}");

    private static long[] Versions(PolicyFiles files) => [.. files.LoadNewestFirst().Select(letter => letter.Version)];

    private PolicyFiles Open() => new(_folder.Path, _reports.Add);
}
