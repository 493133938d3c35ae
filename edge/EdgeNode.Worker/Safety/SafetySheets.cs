using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>The safety sheets of a site's doors: one file for each, in the store.</summary>
/// <param name="site">The site.</param>
internal sealed class SafetySheets(SiteConfiguration site)
{
    private readonly string _folder = Path.Combine(site.StoreFolder, "safety");

    /// <summary>What the sheet of each door comes to whose lock this node drives.</summary>
    /// <param name="key">The site's public key, lower-case hex.</param>
    /// <exception cref="IOException">The disk does not give a sheet back: it may be there all the same.</exception>
    public ImmutableArray<SheetFact> Read(string key) => [.. DoorWiring.Driven(site).Select(door => Read(door, key))];

    /// <summary>Keeps a signed sheet in place of the one before.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public void Keep(DoorSafetySheet sheet)
    {
        Begin();
        OwnerFile.Replace(FileOf(sheet.Door), Encoding.UTF8.GetString(LetterCodec.Encode(sheet)));
    }

    /// <summary>Lets every door go live that was in use before sheets were asked for: an upgrade locks nobody out. Does nothing once sheets were asked for.</summary>
    /// <param name="signing">The site's key.</param>
    /// <param name="wasInUse">Whether the site has recorded anything yet.</param>
    /// <param name="now">Wall time.</param>
    /// <exception cref="IOException">The disk refused.</exception>
    public void Begin(SigningKey signing, bool wasInUse, DateTimeOffset now)
    {
        if (Directory.Exists(_folder))
        {
            return;
        }

        Begin();
        foreach (var door in wasInUse ? DoorWiring.Driven(site) : [])
        {
            Keep(signing.Sign(Blank(door.Id, "edgenode", now) with { Override = "in use before safety sheets were asked for" }));
        }
    }

    /// <summary>A sheet of a door as it is wired now, without steps.</summary>
    public DoorSafetySheet Blank(DoorId door, string by, DateTimeOffset now) => new(
        site.Definition.Id.Value, door.Value, DoorWiring.Hash(site, door), now.ToUnixTimeMilliseconds(), by, site.Strikes.First(strike => strike.Door == door).Wiring.ToString(), null, []);

    private void Begin() => Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private string FileOf(string door) => Path.Combine(_folder, $"{door}.json");

    private SheetFact Read(Door door, string key)
    {
        if (!File.Exists(FileOf(door.Id.Value)))
        {
            return new(door, DoorAcceptance.Missing, null, null, "there is none");
        }

        var bytes = File.ReadAllBytes(FileOf(door.Id.Value));
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        try
        {
            var sheet = LetterCodec.Decode<DoorSafetySheet>(bytes);
            var trouble = Trouble(sheet, door, key);
            var acceptance = trouble is not null ? DoorAcceptance.Missing : sheet.Override is null ? DoorAcceptance.Valid : DoorAcceptance.Overridden;
            return new(door, acceptance, sheet, hash, trouble);
        }
        catch (LetterException damaged)
        {
            return new(door, DoorAcceptance.Missing, null, hash, $"it is damaged ({damaged.Message})");
        }
    }

    private string? Trouble(DoorSafetySheet sheet, Door door, string key) =>
        !new VerifyingKey(key).Signed(sheet) ? "it is not signed with this site's key"
        : sheet.Site != site.Definition.Id.Value || sheet.Door != door.Id.Value ? $"it is of the door {sheet.Door} of {sheet.Site}"
        : sheet.Wiring != DoorWiring.Hash(site, door.Id) ? "the door's wires in the site's file were changed since"
        : null;
}
