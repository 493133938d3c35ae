using System.Globalization;

namespace EdgeNode.Screen;

/// <summary>The page's words in one language.</summary>
internal sealed class Phrases
{
    private static readonly Saying[] Sayings = [.. SignInSayings.All, .. DoorSayings.All, .. RollSayings.All, .. WallSayings.All, .. PlanSayings.All, .. LoanSayings.All, .. MovementSayings.All, .. HealthSayings.All];
    private readonly IReadOnlyDictionary<string, string> _words;

    private Phrases(string code, string culture, IReadOnlyDictionary<string, string> words, Func<Saying, string> say)
    {
        (Code, Culture) = (code, CultureInfo.GetCultureInfo(culture));
        _words = words.Concat(Sayings.Select(saying => KeyValuePair.Create(saying.Key, say(saying)))).ToDictionary();
    }

    /// <summary>All languages.</summary>
    public static IReadOnlyList<Phrases> All { get; } =
    [
        new("fr", "fr-BE", French.Words, saying => saying.French),
        new("nl", "nl-BE", Dutch.Words, saying => saying.Dutch),
        new("en", "en-BE", English.Words, saying => saying.English),
    ];

    /// <summary>Language code.</summary>
    public string Code { get; }

    /// <summary>Dates and numbers.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Every key.</summary>
    public IEnumerable<string> Keys => _words.Keys;

    /// <summary>The words for a key.</summary>
    public string this[string key] => _words[key];

    /// <summary>The first language known among those asked for (RFC 9110, Accept-Language); English where none is.</summary>
    public static Phrases Of(string? asked) =>
        (asked ?? "").Split(',').Select(part => part.Trim()).Select(part => All.FirstOrDefault(known => part.StartsWith(known.Code, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(known => known is not null) ?? All[^1];

    /// <summary>The words for a key with values in their places.</summary>
    public string Format(string key, params object[] values) => string.Format(Culture, this[key], values);
}
