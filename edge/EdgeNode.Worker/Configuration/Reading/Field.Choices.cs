using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EdgeNode.Core;

namespace EdgeNode.Worker;

internal sealed partial class Field
{
    /// <summary>true or false.</summary>
    public bool? Flag()
    {
        Accepts("flag");
        var scalar = Scalar("a flag", "true");
        if (scalar is { Plain: true, Text: "true" or "false" })
        {
            return scalar.Text == "true";
        }

        if (scalar is not null)
        {
            TellShape("a flag (true or false)", $"write {key}: true or {key}: false");
        }

        return null;
    }

    /// <summary>One of the values of an enumeration, written in camelCase.</summary>
    public T? Choice<T>()
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName).ToList();
        var name = Choice(names);
        return name is null ? null : Enum.GetValues<T>()[names.IndexOf(name)];
    }

    /// <summary>One of the given words.</summary>
    public string? Choice(IReadOnlyList<string> words)
    {
        Accepts($"choice {string.Join('|', words)}");
        var text = Scalar("a word", words[0])?.Text;
        if (text is null || words.Contains(text))
        {
            return text;
        }

        var meant = Spelling.Nearest(text, words);
        Fail(
            $"{key} is {Quoted.Text(text)}; it must be {Quoted.Either(words)}",
            meant is null ? $"write for example {key}: {words[0]}" : $"did you mean {meant}?");
        return null;
    }

    /// <summary>A list of at least one of the given words.</summary>
    public ImmutableArray<string>? Choices(IReadOnlyList<string> words)
    {
        Accepts("list");
        var items = Items($"{key}: [{words[0]}]");
        return items is null ? null : [.. items.Select(item => item.Choice(words)).OfType<string>()];
    }

    /// <summary>Days: a date, or a rule of RFC 5545, or both.</summary>
    public Recurrence Recurrence()
    {
        Accepts("days");
        var text = Scalar("days", "FREQ=WEEKLY;BYDAY=MO,TU")?.Text;
        if (text is null)
        {
            return new();
        }

        var read = RecurrenceText.Read(text, out var error);
        if (read is null)
        {
            Fail($"{key} is {Quoted.Text(text)}, which is no date and no rule that is understood", error);
        }

        return read ?? new();
    }

    /// <summary>A list of days.</summary>
    public ImmutableArray<Recurrence> Recurrences()
    {
        Accepts("list");
        return Items($"{key}: [2026-12-24]") is { } items ? [.. items.Select(item => item.Recurrence())] : [];
    }

    /// <summary>A local time of day, such as <c>22:00</c>.</summary>
    public TimeOnly? TimeOfDay(TimeOnly example)
    {
        Accepts("clock");
        var text = Scalar("a time of day", $"\"{example:HH\\:mm}\"")?.Text;
        if (text is null)
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        Fail($"{key} is {Quoted.Text(text)}; it must be a time of day from 00:00 to 23:59", $"write for example {key}: \"{example:HH\\:mm}\"");
        return null;
    }
}
