using System.CommandLine;

namespace EdgeNode.Worker;

/// <summary><c>edgenode journal verify --store FOLDER</c>: proves the journal's sequence and hash chain.</summary>
internal static class JournalCommand
{
    public static Command Build()
    {
        var store = new Option<string>("--store") { Description = "The folder of the store.", Required = true, HelpName = "folder" };
        var verify = new Command("verify", "Prove that no record is missing or changed; nothing is changed.") { store };
        verify.SetAction(parsed => Verify(parsed.GetRequiredValue(store), parsed.InvocationConfiguration));
        return new Command("journal", "The site's journal.") { verify };
    }

    private static int Verify(string folder, InvocationConfiguration console) => throw new NotImplementedException();
}
