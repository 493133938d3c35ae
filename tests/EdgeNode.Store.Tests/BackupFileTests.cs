using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class BackupFileTests : IDisposable
{
    private static readonly RecoveryCode Code = RecoveryCode.TryParse("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ")!;
    private readonly TemporaryFolder _folder = new();

    public BackupFileTests()
    {
        Directory.CreateDirectory(_folder["store/journal"]);
        File.WriteAllText(_folder["store/a"], "");
        File.WriteAllBytes(_folder["store/journal/1.segment"], RandomNumberGenerator.GetBytes(3 << 20));
        File.WriteAllText(_folder["store/journal/owner.lock"], "");
        File.WriteAllText(_folder["site.yaml"], "site: { id: gare }");
    }

    private string Backup => _folder["site.backup"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_backup_gives_back_the_same_bytes_the_sites_own_files_first()
    {
        var bytes = Write();

        var entries = BackupFile.Read(Backup, Code).ToList();

        Assert.Equal(new FileInfo(Backup).Length, bytes);
        Assert.Equal([(false, "site.yaml"), (true, "a"), (true, "journal/1.segment")], entries.Select(entry => (entry.OfStore, entry.Name)));
        Assert.Equal(File.ReadAllBytes(_folder["store/journal/1.segment"]), entries[2].Content);
        Assert.Equal("site: { id: gare }", Encoding.UTF8.GetString(entries[0].Content));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));
        Assert.False(File.Exists(Backup + ".tmp"));
    }

    [Fact]
    public void Nothing_of_a_site_stands_in_it_readably()
    {
        Write();
        Assert.DoesNotContain("site.yaml", Encoding.Latin1.GetString(File.ReadAllBytes(Backup)), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_code_opens_nothing()
    {
        Write();
        var other = RecoveryCode.New(RandomNumberGenerator.Fill);
        Assert.Contains("cannot be decrypted", Assert.Throws<InvalidDataException>(() => BackupFile.Read(Backup, other).Count()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_changed_byte_anywhere_is_seen_and_so_is_every_end_that_is_not_the_end()
    {
        Write();
        var whole = File.ReadAllBytes(Backup);
        Gen.Int[0, whole.Length - 1].Sample(at =>
        {
            var changed = whole.ToArray();
            changed[at] ^= 0x40;
            Refused(changed);
        }, iter: 40, threads: 1);
        var chunk = SealedChunk.Length + SealedChunk.TagLength;
        foreach (var cut in (int[])[0, 20, 40, 41, 40 + chunk, 40 + (2 * chunk), whole.Length - 1])
        {
            Refused(whole[..cut]);
        }

        Refused([.. whole, 0]);
        Refused([.. whole[..40], .. whole[(40 + chunk)..(40 + (2 * chunk))], .. whole[40..(40 + chunk)], .. whole[(40 + (2 * chunk))..]]);
        Refused([.. whole[..40], .. whole[(40 + chunk)..]]);
    }

    [Fact]
    public void A_failed_backup_leaves_the_one_before()
    {
        Write();
        var before = File.ReadAllBytes(Backup);

        Assert.ThrowsAny<IOException>(() => BackupFile.Write(Backup, Code, [("gone", _folder["gone"])], _folder["store"]));

        Assert.Equal(before, File.ReadAllBytes(Backup));
        Assert.False(File.Exists(Backup + ".tmp"));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../outside")]
    public void A_name_that_leads_elsewhere_is_refused(string name)
    {
        BackupFile.Write(Backup, Code, [(name, _folder["site.yaml"])], _folder["store"]);
        Assert.Contains("no file of a site", Assert.Throws<InvalidDataException>(() => BackupFile.Read(Backup, Code).Count()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_is_read_as_people_write_it_and_nothing_else_is_one()
    {
        var code = RecoveryCode.New(RandomNumberGenerator.Fill).Written();
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$", code);
        Assert.Equal(code, RecoveryCode.TryParse($" {code.ToLowerInvariant().Replace('-', ' ')}\n")!.Written());
        Assert.Equal(RecoveryCode.TryParse($"{new string('0', 31)}1")!.Written(), RecoveryCode.TryParse($"{new string('o', 31)}l")!.Written());
        Assert.All((string[])["", "U" + code[1..], code[..^1], code + "0"], text => Assert.Null(RecoveryCode.TryParse(text)));
        Assert.DoesNotContain(code[..4], $"{RecoveryCode.TryParse(code)}", StringComparison.Ordinal);
    }

    private long Write() => BackupFile.Write(Backup, Code, [("site.yaml", _folder["site.yaml"])], _folder["store"]);

    private void Refused(byte[] bytes)
    {
        File.WriteAllBytes(_folder["changed"], bytes);

        // Refused by what proves it: a damaged archive inside would be luck.
        Assert.Matches("cannot be decrypted|is no backup of a site", Assert.Throws<InvalidDataException>(() => BackupFile.Read(_folder["changed"], Code).Count()).Message);
    }
}
