using System.Collections.Immutable;
using System.Security.Cryptography;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.CloudSync;

/// <summary>From a usage day to its letters. Pure: the same day always gives the same bytes.</summary>
public static class UsageWriting
{
    /// <summary>Writes and signs a day.</summary>
    public static UsageLetters Write(UsageDay day, string site, string epoch, SigningKey key)
    {
        ImmutableArray<UsageChunk> chunks =
        [
            .. day.Sessions.Select(Row).Chunk(UsageChunk.MaxSessions).Select((rows, index) => new UsageChunk(site, epoch, day.Day, index, rows)),
        ];
        var manifest = new UsageManifest(
            site,
            epoch,
            day.Day,
            day.Through,
            day.ChainHead,
            day.Sessions.Length,
            day.Sessions.Sum(session => session.Minutes),
            [.. chunks.Select(chunk => Convert.ToHexStringLower(SHA256.HashData(LetterCodec.Encode(chunk))))])
        {
            Restored = day.Restored,
        };
        return new(key.Sign(manifest), chunks);
    }

    private static UsageRow Row(UsageSession session) => new(
        session.Number,
        session.Holder?.Value,
        session.Booking?.Value,
        session.Home.Value,
        session.Resource?.Value,
        session.Start.ToUnixTimeMilliseconds(),
        session.End.ToUnixTimeMilliseconds(),
        session.Minutes,
        session.Class.ToString());
}
