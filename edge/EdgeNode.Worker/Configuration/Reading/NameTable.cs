using System.Text.RegularExpressions;

namespace EdgeNode.Worker;

/// <summary>The names of one kind of thing: each declared once, and references only to those declared.</summary>
/// <param name="noun">The kind, for messages: "area".</param>
/// <param name="builtIn">Names that exist without being declared.</param>
internal sealed partial class NameTable(string noun, params string[] builtIn)
{
    private readonly Dictionary<string, SourcePlace> _places = new(StringComparer.Ordinal);
    private bool _incomplete;

    /// <summary>Whether every reference so far was found; else conclusions drawn from references would only repeat the mistake.</summary>
    public bool AllFound { get; private set; } = true;

    /// <summary>Marks that a reference was found but is wrong for another reason.</summary>
    public void Doubt() => AllFound = false;

    /// <summary>Where a declared name stands.</summary>
    public SourcePlace PlaceOf(string name) => _places[name];

    /// <summary>Declares a name; a wrong one counts as declared, so that one mistake is told once.</summary>
    public string Declare(Field field)
    {
        var name = field.Text();
        if (name is null)
        {
            _incomplete = true;
            return "";
        }

        if (builtIn.Contains(name))
        {
            field.Fail($"{noun} {Quoted.Text(name)} is built in and needs no line", "take the line away, or choose another id");
        }
        else if (!_places.TryAdd(name, field.Place))
        {
            field.Fail($"{noun} {Quoted.Text(name)} exists already, in line {_places[name].Line}", "give each its own id");
        }
        else if (!Pattern().IsMatch(name))
        {
            field.Fail(
                $"{Quoted.Text(name)} is no id; an id has 1 to 40 lower-case letters, digits and dashes and starts with a letter",
                $"write for example id: {Proposal(name)}");
        }

        return name;
    }

    /// <summary>Reads a reference.</summary>
    public string Refer(Field field)
    {
        var name = field.Text();
        if (name is null)
        {
            AllFound = false;
            return "";
        }

        if (!builtIn.Contains(name) && !_places.ContainsKey(name))
        {
            AllFound = false;
            TellUnknown(field, name);
        }

        return name;
    }

    private void TellUnknown(Field field, string name)
    {
        if (_incomplete)
        {
            return;
        }

        var known = builtIn.Concat(_places.Keys).ToList();
        var meant = Spelling.Nearest(name, known);
        field.Fail(
            $"there is no {noun} {Quoted.Text(name)}",
            meant is null ? $"write {Quoted.Either(known)}, or add the {noun}" : $"did you mean {meant}?");
    }

    private static string Proposal(string name)
    {
        var letters = name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        var proposal = string.Concat(letters).Trim('-');
        proposal = proposal.Length > 40 ? proposal[..40] : proposal;
        return Pattern().IsMatch(proposal) ? proposal : "street-in";
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex Pattern();
}
