using EdgeNode.CloudSync;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.HostileWorld;

/// <summary>What the site sends up: journal batches and closed days in the letters of the link, some twice, some in the wrong order.</summary>
internal sealed class Post(World world, Random dice)
{
    private static readonly string Site = WorldSite.Configuration.Definition.Id.Value;
    private static readonly SigningKey Key = new([.. Enumerable.Repeat((byte)7, SigningKey.SeedLength)]);

    /// <summary>Everything that is owed.</summary>
    public void Collect()
    {
        var node = world.Node!;
        var batches = new List<byte[]>();
        var (first, head) = (world.Hub.Acknowledged + 1, "");
        foreach (var lines in node.Journal.ReadLines(first).Chunk(JournalBatch.MaxRecords))
        {
            batches.Add(JournalBatchCodec.Pack(new(Site, node.Journal.Epoch, first, first + lines.Length - 1, head, lines[^1].Hash)
            {
                Lines = [.. lines.Select(line => (ReadOnlyMemory<byte>)line.Public)],
            }));
            (first, head) = (first + lines.Length, lines[^1].Hash);
        }

        if (dice.Is(0.2))
        {
            batches.Reverse();
        }

        foreach (var batch in batches)
        {
            world.Hub.Take(batch);
            if (dice.Is(0.2))
            {
                world.Hub.Take(batch);
            }
        }

        foreach (var day in world.Books.Owed)
        {
            Send(day);
        }
    }

    // The hub's word goes through the loop into the journal.
    private void Send(UsageDay day)
    {
        var letters = UsageWriting.Write(day, Site, world.Node!.Journal.Epoch, Key);
        var manifest = LetterCodec.Decode<UsageManifest>(LetterCodec.Encode(letters.Manifest));
        var chunks = letters.Chunks.Select(LetterCodec.Pack).ToArray();
        for (var times = dice.Is(0.2) ? 5 : 1; times > 0; times--)
        {
            world.Hub.Take(manifest, chunks, Key.PublicHex);
        }

        world.Books.Arrived(day, world.Hub);
        world.Post(new SiteEvent.UsageDayAcknowledged(day.Day));
    }
}
