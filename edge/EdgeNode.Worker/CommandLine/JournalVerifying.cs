using System.CommandLine;
using System.Security.Cryptography;
using EdgeNode.Contracts;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary><c>edgenode journal verify</c>: names the first bad record, or says what is proved.</summary>
internal static class JournalVerifying
{
    public static int Run(SiteConfiguration site, string? from, string? to, string? key, InvocationConfiguration console)
    {
        var folder = NodeStore.JournalFolder(site);
        if (!Directory.Exists(folder))
        {
            throw new FormatException($"There is no journal in {folder}; write in the file, under store:, where the site keeps its memory.");
        }

        var range = RecordRange.Read(folder, from, to);
        var hex = key ?? SiteKey(site);
        var signer = new VerifyingKey(hex);
        var verdict = JournalProof.Verify(folder, range.From, range.To, (epoch, seal) => seal.Key == hex && signer.Signed(
            new JournalSeal(site.Definition.Id.Value, epoch, seal.Day, seal.Through, seal.Head) { Signature = seal.Signature }));
        foreach (var problem in verdict.Problems)
        {
            console.Error.WriteLine(problem);
        }

        foreach (var gap in verdict.Restorations)
        {
            console.Output.WriteLine($"Put back from a copy after record {gap.First - 1}; it goes on as record {gap.Last + 1}.");
        }

        console.Output.WriteLine(verdict.FirstBad is { } bad
            ? $"NOT proved. First bad record: {bad}"
            : $"Proved: {verdict.Records} records, head {verdict.Head}; {verdict.Seals} days signed by {hex}, through record {verdict.SealedThrough}.");
        return verdict.FirstBad is null ? ExitCode.Ok : ExitCode.Failed;
    }

    private static string SiteKey(SiteConfiguration site)
    {
        using var key = new SigningKey(SiteKeys.Open(Path.Combine(site.StoreFolder, "keys"), RandomNumberGenerator.Fill).SigningSeed);
        return key.PublicHex;
    }
}
