using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using EdgeNode.Core;
using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class RawNumberTests : IDisposable
{
    // HID H10302, 37 bits, card number 10105805402, as RfidResearchGroup/proxmark3 client/src/wiegand_formats.c writes it.
    private const string Bits = "1010010110100101101001011010010110100";
    private const long Number = 10105805402;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void No_file_of_the_store_holds_a_raw_card_number_or_a_token_outside_the_policy()
    {
        var token = Fill();
        Assert.NotEmpty(Holding(token, except: "none"));
        Assert.Empty(Holding(token, except: ".br"));
        Assert.Empty(Raw().SelectMany(raw => Holding(raw, except: "none")));
    }

    [Fact]
    public void A_raw_card_number_in_a_file_is_seen()
    {
        foreach (var raw in Raw())
        {
            File.WriteAllBytes(_folder["leak"], [1, 2, 3, .. raw, 4]);
            Assert.Single(Holding(raw, except: "none"));
        }
    }

    private static List<byte[]> Raw()
    {
        var binary = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(binary, Number);
        return
        [
            Encoding.ASCII.GetBytes(Bits),
            Encoding.ASCII.GetBytes(Number.ToString(CultureInfo.InvariantCulture)),
            Encoding.ASCII.GetBytes(Number.ToString("x", CultureInfo.InvariantCulture)),
            binary[3..],
            [.. binary[3..].Reverse()],
        ];
    }

    // A tap with its policy, as the node keeps it.
    private byte[] Fill()
    {
        var token = SiteKeys.Open(_folder["keys"], bytes => bytes.Fill(7)).IdentifierKey.Tokenise(Bits);
        new PolicyFiles(_folder["policy"]).Save(1, Encoding.UTF8.GetBytes($$"""{"token":"{{token.Value}}"}"""));
        using var journal = Journal.Open(_folder["journal"], Records.Options, TimeProvider.System);
        using var picture = Picture.Open(_folder["picture.db"], journal, _ => { });
        journal.Append(new JournalFact.AccessGranted(new("reader-1"), new("door-1"), GrantBasis.Booking, 1) { Who = Records.Who(1) }, Records.At(1));
        journal.AppendDays(0, 2);
        picture.CatchUp();
        return Encoding.ASCII.GetBytes(token.Value);
    }

    private List<string> Holding(byte[] bytes, string except) =>
        [.. Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(except, StringComparison.Ordinal) && Content(path).AsSpan().IndexOf(bytes) >= 0)];

    private static byte[] Content(string path)
    {
        using var content = new MemoryStream();
        using Stream file = path.EndsWith(".br", StringComparison.Ordinal) ? new BrotliStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path);
        file.CopyTo(content);
        return content.ToArray();
    }
}
