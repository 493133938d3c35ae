using System.CommandLine;
using EdgeNode.Contracts;
using EdgeNode.Core;

namespace EdgeNode.Hub;

/// <summary><c>network create</c> and <c>site create</c>: from nothing to one file for each site.</summary>
internal static class NetworkCommands
{
    private static readonly Option<string> Broker = new("--broker") { Description = "Name or address of the broker, as sites reach it.", Required = true };
    private static readonly Option<int> Port = new("--port") { Description = "Its port.", DefaultValueFactory = _ => 8883 };

    public static Command Network()
    {
        var create = new Command("create", "Make keys, certificates and the broker's configuration; what is there already stays.") { HubCommands.Keys, Broker, Port };
        create.SetAction(parsed => HubCommands.Cured(parsed, () =>
        {
            var folder = parsed.GetRequiredValue(HubCommands.Keys);
            new KeyFolder(folder).Create(parsed.GetRequiredValue(Broker), parsed.GetValue(Port), TimeProvider.System);
            parsed.InvocationConfiguration.Output.WriteLine($"{folder} holds the network's keys: keep a copy in a safe. Start the broker with its mosquitto.conf.");
            return 0;
        }));
        return new("network", "The network itself.") { create };
    }

    public static Command Site()
    {
        var id = new Argument<string>("site") { Description = "The site's id." };
        var name = new Option<string?>("--name") { Description = "Name for people; usual: the id." };
        var owner = new Option<string>("--owner") { Description = "Who owns the site and sees its people and takings.", DefaultValueFactory = _ => "" };
        var stars = new Option<int>("--stars") { Description = "Class, 1 to 3.", DefaultValueFactory = _ => 1 };
        var zone = new Option<string>("--timezone") { Description = "IANA time zone.", DefaultValueFactory = _ => "Europe/Brussels" };
        var output = new Option<string>("--out") { Description = "File to write, for the site alone.", Required = true };
        var create = new Command("create", "Enter a site and write the one file that it joins with.") { id, HubCommands.Database, HubCommands.Keys, Broker, Port, name, owner, stars, zone, output };
        create.SetAction(parsed => HubCommands.Cured(parsed, () =>
        {
            var (site, keys) = (parsed.GetRequiredValue(id), new KeyFolder(parsed.GetRequiredValue(HubCommands.Keys)));
            using var database = HubDatabase.Open(parsed.GetRequiredValue(HubCommands.Database));
            var directory = new HubDirectory(database, new IdentifierKey(keys.IdentifierKey));
            var invitation = Invitations.Write(keys, site, parsed.GetRequiredValue(Broker), parsed.GetValue(Port), TimeProvider.System);
            directory.PutSite(site, parsed.GetValue(name) ?? site, invitation.SitePublicKey);
            directory.SetTerms(site, parsed.GetValue(owner)!, parsed.GetValue(stars), parsed.GetValue(zone)!);
            Invitations.Save(parsed.GetRequiredValue(output), invitation.Letter);
            parsed.InvocationConfiguration.Output.WriteLine($"{parsed.GetValue(output)} is for {site} alone: it holds the site's keys. At the site: edgenode join FILE --config site.yaml");
            return 0;
        }));
        return new("site", "Sites of the network.") { create };
    }
}
