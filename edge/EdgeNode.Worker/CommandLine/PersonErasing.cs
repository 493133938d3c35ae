using System.Security.Cryptography;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary><c>edgenode journal erase</c>: one person goes from the journal's details, the picture, the names and the checkpoints.</summary>
internal static class PersonErasing
{
    public static int Run(SiteConfiguration site, HolderRef holder, TextWriter output)
    {
        var options = new JournalOptions { FillSalt = RandomNumberGenerator.Fill, NewEpoch = () => throw new FormatException("There is no journal to erase from.") };
        using var journal = Journal.Open(NodeStore.JournalFolder(site), options);
        long count = 0;
        journal.Erase(entry => entry.Fact.Who?.Holder == holder ? Erasure.Person : null, (_, erased) => count += erased);
        if (count > 0)
        {
            journal.Append(new JournalFact.DetailsErased(Erasure.Person, journal.Durable, count), new(TimeSpan.Zero, TimeProvider.System.GetUtcNow(), ClockTrust.Untrusted));
            journal.Flush();
        }

        using (var picture = Picture.Open(NodeStore.PictureFile(site), journal, output.WriteLine))
        {
            picture.Renew(known => known != holder);
        }

        // A checkpoint may name the person as still present; the next start reads the journal instead.
        NodeStore.OpenCheckpoints(site, output.WriteLine).Clear();
        output.WriteLine($"{count} records lost their details; the chain is as it was. The name is gone too; ask the network to erase its own.");
        return ExitCode.Ok;
    }
}
