using System.CommandLine;
using System.Text;

namespace EdgeNode.Worker;

/// <summary><c>edgenode init</c>: six questions, and the site's file with a comment beside each key.</summary>
internal static class InitCommand
{
    private const UnixFileMode GroupReads = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;

    public static Command Build()
    {
        var config = SiteFile.Option();
        var answers = SiteQuestion.All.ToDictionary(question => question, question => new Option<string?>(question.Option) { Description = question.Text });
        var command = new Command("init", "Write the file of a new site: six questions; those answered by an option are not asked.") { config };
        foreach (var option in answers.Values)
        {
            command.Add(option);
        }

        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(config), question => parsed.GetValue(answers[question]), Console.In, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    internal static int Run(string path, Func<SiteQuestion, string?> given, TextReader input, TextWriter output, TextWriter error)
    {
        if (File.Exists(path))
        {
            error.WriteLine($"edgenode: {path} is there already and is left as it is. To begin anew, move it away first.");
            return ExitCode.Failed;
        }

        var site = SiteAnswers.Usual;
        foreach (var question in SiteQuestion.All)
        {
            if (Ask(question, site, given(question), input, output, error) is not { } answered)
            {
                return ExitCode.WrongConfiguration;
            }

            site = answered;
        }

        return Write(path, SiteTemplate.Of(site), output, error);
    }

    // An answer from the command line is taken or refused; a person is asked again.
    private static SiteAnswers? Ask(SiteQuestion question, SiteAnswers site, string? given, TextReader input, TextWriter output, TextWriter error)
    {
        for (var asked = 0; asked == 0 || given is null; asked++)
        {
            if (given is null)
            {
                output.Write($"{question.Text} [{question.Show(site)}]: ");
            }

            if ((given ?? input.ReadLine()) is not { } text)
            {
                error.WriteLine($"edgenode: the answers ended before {question.Option}; nothing was written.");
                return null;
            }

            var (answers, trouble) = text.Trim() is { Length: > 0 } said ? question.Answer(site, said) : (site, null);
            if (answers is not null)
            {
                return answers;
            }

            error.WriteLine($"edgenode: {question.Option}: {trouble}");
        }

        return null;
    }

    private static int Write(string path, string text, TextWriter output, TextWriter error)
    {
        try
        {
            using (var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = GroupReads }))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            output.WriteLine($"{path} is written. Next: edgenode wiring shows the wires; sudo systemctl start edgenode; edgenode doctor says what is missing.");
            return ExitCode.Ok;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"edgenode: {failure.Message} Run it with sudo, or name another place: --config site.yaml");
            return ExitCode.Failed;
        }
    }
}
