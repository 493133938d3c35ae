using System.CommandLine;
using System.Text.Json;

namespace EdgeNode.Hub;

/// <summary>Money: rate cards, closing, statements, reports, and proving a month again.</summary>
internal static class SettlementCommands
{
    private static readonly Option<string> Month = new("--month") { Description = "yyyy-MM.", Required = true };
    private static readonly Option<string> Site = new("--site") { Description = "The site.", Required = true };

    public static IEnumerable<Command> All() => [Totals(), Rates(), Close(), Statement(), Employer(), Reconcile(), Verify()];

    private static Command Totals()
    {
        var month = new Option<string?>("--month") { Description = "Only this month, yyyy-MM." };
        return Of(new("totals", "Print what members of each home used at each site.") { month }, (parsed, database, output) =>
        {
            output.Write(UsageTotals.Print(new UsageTotals(database).Read(parsed.GetValue(month))));
            return 0;
        });
    }

    private static Command Rates()
    {
        var file = new Argument<string>("card.json") { Description = "The rate card." };
        return Of(new("rates", "Enter a rate card.") { file }, (parsed, database, output) =>
        {
            var path = parsed.GetRequiredValue(file);
            try
            {
                new RateCards(database).Put(JsonSerializer.Deserialize(File.ReadAllBytes(path), HubJson.Default.RatingCard) ?? throw new DirectoryException($"{path} holds nothing; write a card."));
            }
            catch (JsonException error)
            {
                throw new DirectoryException($"{path} is no rate card: {error.Message} Start from the example in the network operator's quick start.");
            }

            output.WriteLine($"{path} is entered.");
            return 0;
        });
    }

    private static Command Close() => Of(new("close", "Close a month for ever.") { Month }, (parsed, database, output) =>
    {
        new MonthClosing(database, TimeProvider.System).Close(parsed.GetRequiredValue(Month));
        output.WriteLine($"{parsed.GetValue(Month)} is closed.");
        return 0;
    });

    private static Command Statement()
    {
        var format = new Option<string>("--format") { Description = "csv or html.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "html");
        return Of(new("statement", "Print a site's statement of a month.") { Site, Month, format }, (parsed, database, output) =>
        {
            var statement = Hub.Statement.Read(database, parsed.GetRequiredValue(Site), parsed.GetRequiredValue(Month));
            output.Write(parsed.GetValue(format) == "html" ? StatementWriting.Page(statement) : StatementWriting.Csv(statement));
            return 0;
        });
    }

    private static Command Employer()
    {
        var employer = new Option<string>("--employer") { Description = "The employer.", Required = true };
        return Of(new("employer", "Print an employer's hours of a month: no days, no times, no small groups.") { employer, Month }, (parsed, database, output) =>
        {
            var (who, month) = (parsed.GetRequiredValue(employer), parsed.GetRequiredValue(Month));
            output.Write(EmployerReport.Csv(who, month, EmployerReport.Read(database, who, month)));
            return 0;
        });
    }

    private static Command Reconcile() => Of(new("reconcile", "Count a month again from three sides; exit code 1 when they differ.") { Month }, (parsed, database, output) =>
    {
        var wrong = new Reconciliation(database, new(TimeProvider.System)).Check(parsed.GetRequiredValue(Month));
        output.WriteLine(wrong.Count == 0 ? "Sites, sessions, ledger and statements agree." : string.Join(Environment.NewLine, wrong));
        return wrong.Count == 0 ? 0 : 1;
    });

    private static Command Verify() => Of(new("verify", "Prove a site's month again from its raw letters; exit code 1 when something does not hold.") { Site, Month }, (parsed, database, output) =>
    {
        var report = new Verification(database).Run(parsed.GetRequiredValue(Site), parsed.GetRequiredValue(Month));
        output.WriteLine($"{report.Site} {report.Month}: {report.Days} days, {report.Records} records in their chain, {report.Sessions} sessions, {report.Minutes} min.");
        output.WriteLine(report.Wrong.Count == 0 ? "Chain, signatures and sums hold." : string.Join(Environment.NewLine, report.Wrong));
        return report.Wrong.Count == 0 ? 0 : 1;
    });

    private static Command Of(Command command, Func<ParseResult, HubDatabase, TextWriter, int> act)
    {
        command.Add(HubCommands.Database);
        command.SetAction(parsed => HubCommands.Cured(parsed, () =>
        {
            using var database = HubDatabase.Open(parsed.GetRequiredValue(HubCommands.Database));
            return act(parsed, database, parsed.InvocationConfiguration.Output);
        }));
        return command;
    }
}
