using System.IO.Compression;
using System.Text;
using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class PolicyFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_last_two_letters_are_kept_newest_first_whatever_room_they_take()
    {
        var files = Open(room: 0);
        for (var version = 8; version <= 12; version++)
        {
            files.Save(version, Letter(version));
        }

        Assert.Equal([12, 11], Versions(Open()));
        Assert.Equal(2, _folder.Names(".br").Length);
        Assert.Equal(Letter(12), Open().NewestFirst().First().Open().ReadToEnd());
    }

    [Fact]
    public void Letters_before_them_are_kept_while_there_is_room()
    {
        var random = new Random(1);
        var letter = new byte[10_000];
        for (var version = 1; version <= 6; version++)
        {
            random.NextBytes(letter);
            Open(room: 25_000).Save(version, letter);
        }

        Assert.Equal([6, 5, 4, 3], Versions(Open()));
        Assert.Equal(letter, Open().NewestFirst().First().Open().ReadToEnd());
    }

    [Fact]
    public void A_letter_takes_less_room_than_its_bytes()
    {
        var letter = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 10_000).Select(number => $"{{\"id\":\"booking-{number}\",\"holder\":\"holder-{number % 50}\"}},")));
        Open().Save(1, letter);
        Assert.InRange(new FileInfo(_folder[_folder.Names(".br").Single()]).Length, 1, letter.Length / 5);
    }

    [Fact]
    public void No_changed_bit_and_no_cut_passes_for_what_was_written()
    {
        var letter = Letter(1);
        Open().Save(1, letter);
        var file = _folder[_folder.Names(".br").Single()];
        var bytes = File.ReadAllBytes(file);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var damaged = bytes.ToArray();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Holds(damaged);
        }

        for (var length = 0; length < bytes.Length; length++)
        {
            Holds(bytes[..length]);
        }

        void Holds(byte[] damaged)
        {
            File.WriteAllBytes(file, damaged);
            var kept = Open().NewestFirst().Single();
            try
            {
                Assert.Equal(letter, kept.Open().ReadToEnd());
            }
            catch (InvalidDataException)
            {
                // As promised.
            }
        }
    }

    [Fact]
    public void What_a_damaged_file_grows_to_has_a_bound()
    {
        Open().Save(1, Letter(1));
        using (var file = new BrotliStream(File.Create(_folder[_folder.Names(".br").Single()]), CompressionLevel.Fastest))
        {
            for (var megabytes = 0; megabytes < 300; megabytes++)
            {
                file.Write(new byte[1024 * 1024]);
            }
        }

        using var letter = Open().NewestFirst().Single().Open();
        Assert.Throws<InvalidDataException>(() => letter.CopyTo(Stream.Null));
        Assert.InRange(letter.Position, 256 * 1024 * 1024, 257 * 1024 * 1024);
    }

    [Fact]
    public void A_corrupt_letter_never_pushes_out_a_whole_one()
    {
        Open(room: 0).Save(1, Letter(1));
        Open(room: 0).Save(2, Letter(2));
        File.WriteAllText(_folder[_folder.Names(".br")[1]], "");
        Open(room: 0).Save(3, Letter(3));
        Assert.Equal([3, 2, 1], Versions(Open()));
        Open(room: 0).Save(4, Letter(4));
        Assert.Equal([4, 3], Versions(Open()));
    }

    [Fact]
    public void A_half_written_letter_was_never_in_force()
    {
        Open().Save(1, Letter(1));
        File.WriteAllText(_folder["policy-00000000000000000002-ab.br.tmp"], "half");
        Assert.Equal([1], Versions(Open()));
        Assert.Empty(_folder.Names(".tmp"));
    }

    [Fact]
    public void A_power_cut_at_any_moment_of_saving_leaves_a_whole_letter_and_a_saved_one_stays()
    {
        for (var cut = 1; cut < 14; cut++)
        {
            var disk = new ForgetfulDisk();
            var files = new PolicyFiles(_folder.Path, room: 0, disk);
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

            var newest = new PolicyFiles(_folder.Path, room: 0, disk).NewestFirst().First();
            Assert.InRange(newest.Version, saved, saved + 1);
            Assert.Equal(Letter((int)newest.Version), newest.Open().ReadToEnd());
        }
    }

    private static byte[] Letter(int version) => Encoding.UTF8.GetBytes($"letter {version}");

    private static long[] Versions(PolicyFiles files) => [.. files.NewestFirst().Select(letter => letter.Version)];

    private PolicyFiles Open(long room = 1_000_000) => new(_folder.Path, room, LinuxFiles.Instance);
}
