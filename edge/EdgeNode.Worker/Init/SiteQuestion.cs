using System.Collections.Immutable;

namespace EdgeNode.Worker;

/// <summary>One of the questions about a new site.</summary>
/// <param name="Option">Its option on the command line.</param>
/// <param name="Text">The question.</param>
/// <param name="Show">The answer that stands so far, as somebody would write it.</param>
/// <param name="Take">The answers with what was written; null = it is no answer to this question.</param>
internal sealed record SiteQuestion(string Option, string Text, Func<SiteAnswers, string> Show, Func<SiteAnswers, string, SiteAnswers?> Take)
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<SiteQuestion> All { get; } =
    [
        new("--id", "1/6 Id of the site, as the network calls it (a-z, 0-9, dashes)", site => site.Id, (site, text) => site with { Id = text, Name = site.Name == SiteAnswers.Usual.Name ? text : site.Name }),
        new("--name", "2/6 Its name, as people read it", site => site.Name, (site, text) => site with { Name = text }),
        new("--timezone", "3/6 Its time zone", site => site.TimeZone, (site, text) => site with { TimeZone = text }),
        new("--doors", "4/6 Its doors, one to three, the street door first, with commas between", site => string.Join(',', site.Doors),
            (site, text) => text.Split(',', StringSplitOptions.TrimEntries) is { Length: >= 1 and <= SiteTemplate.MostDoors } doors ? site with { Doors = [.. doors] } : null),
        new("--lock", "5/6 Without power its locks are: failSecure (locked) or failSafe (released)", site => site.Lock == StrikeWiring.FailSafe ? "failSafe" : "failSecure",
            (site, text) => Enum.TryParse<StrikeWiring>(text, ignoreCase: true, out var wiring) ? site with { Lock = wiring } : null),
        new("--reader", "6/6 Its readers: wiegand, osdp, usb or nfc", site => site.Reader.ToString().ToLowerInvariant(),
            (site, text) => Enum.TryParse<FirstReader>(text, ignoreCase: true, out var reader) ? site with { Reader = reader } : null),
    ];

    /// <summary>The answers with this one, or what is wrong with it: the site's file is the judge.</summary>
    public (SiteAnswers? Answers, string? Trouble) Answer(SiteAnswers so, string text)
    {
        if (Take(so, text) is not { } answers)
        {
            return (null, $"'{text}' is no answer to this.");
        }

        return SiteConfigurationReader.Read(SiteTemplate.Of(answers), "/").Errors is [var error, ..] ? (null, $"'{text}': {error.What}; {error.Cure}.") : (answers, null);
    }
}
