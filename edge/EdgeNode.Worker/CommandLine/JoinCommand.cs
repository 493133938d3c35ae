using System.CommandLine;
using EdgeNode.Contracts;

namespace EdgeNode.Worker;

/// <summary><c>edgenode join FILE --config site.yaml</c>: joins a network, or moves to another broker, by the one file that the network made.</summary>
internal static class JoinCommand
{
    public static Command Build()
    {
        var file = new Argument<string>("file") { Description = "The file that the network made for this site." };
        var config = new Option<string>("--config", "-c") { Description = "The site's configuration file.", Required = true, HelpName = "site.yaml" };
        var command = new Command("join", "Join a network, or move to another broker, by one signed file.") { file, config };
        command.SetAction(parsed => Join(parsed.GetRequiredValue(file), parsed.GetRequiredValue(config), parsed.InvocationConfiguration));
        return command;
    }

    private static int Join(string path, string configPath, InvocationConfiguration console)
    {
        var file = ConfigurationFile.Read(configPath);
        if (file.Result.Configuration is not { } configuration)
        {
            console.Error.Write(file.RenderErrors());
            return ExitCode.WrongConfiguration;
        }

        try
        {
            var invitation = LetterCodec.Decode<SiteInvitation>(File.ReadAllBytes(path));
            if (new Membership(configuration.StoreFolder).Accept(invitation, configuration.Definition.Id.Value, configuration.Network) is { } refusal)
            {
                console.Error.WriteLine($"edgenode: {path}: {refusal}");
                return ExitCode.Failed;
            }

            console.Output.WriteLine($"This site belongs to the network with the key {invitation.NetworkKey}, at {invitation.Broker}:{invitation.Port}. Start edgenode anew.");
            return ExitCode.Ok;
        }
        catch (Exception failure) when (failure is LetterException or IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"edgenode: {path}: {failure.Message}");
            return ExitCode.Failed;
        }
    }
}
