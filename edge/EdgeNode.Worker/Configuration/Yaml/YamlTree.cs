using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EdgeNode.Worker;

/// <summary>
/// Builds the tree of a file. Its own, and not the library's, because that one throws on the first duplicate key and
/// follows aliases, with which a small file can become a huge tree.
/// </summary>
internal sealed class YamlTree
{
    private const int Deepest = 16;
    private readonly Parser _parser;
    private readonly ErrorList _errors;

    private YamlTree(string text, ErrorList errors)
    {
        _parser = new Parser(new StringReader(text));
        _errors = errors;
    }

    /// <summary>The root, or null when the file is empty or is no YAML; the mistake is then in <paramref name="errors"/>.</summary>
    public static YamlValue? Parse(string text, ErrorList errors)
    {
        var tree = new YamlTree(text, errors);
        try
        {
            return tree.Document();
        }
        catch (Exception failure) when (failure is YamlException or InvalidOperationException)
        {
            // On some broken texts the parser's own states fail instead (found by the fuzz test); the place is then the last one it had.
            var start = failure is YamlException known ? known.Start : tree._parser.Current?.End ?? Mark.Empty;
            var (place, what, cure) = YamlSyntax.Explain(start, failure.Message, text);
            errors.Add(place, what, cure);
            return null;
        }
    }

    private YamlValue? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
        {
            _errors.Add(SourcePlace.Start, "the file is empty", "start from site.sample.yaml, which lies beside the program");
            return null;
        }

        var root = Value(0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            _errors.Add(PlaceOf(second), "a second document starts here; the file holds one", "take the line --- and what follows it away");
        }

        return root;
    }

    private YamlValue Value(int depth)
    {
        var at = _parser.Current!;
        if (at is AnchorAlias || at is NodeEvent { Anchor.IsEmpty: false } || depth > Deepest)
        {
            var what = depth > Deepest ? "nested deeper than any key of this file" : "anchors (&) and aliases (*) are not used in this file";
            _errors.Add(PlaceOf(at), what, "write the values out, as in site.sample.yaml");
            _parser.SkipThisAndNestedEvents();
            return new YamlValue.Refused(PlaceOf(at));
        }

        return at switch
        {
            MappingStart => Map(depth),
            SequenceStart => List(depth),
            _ => Scalar(_parser.Consume<Scalar>()),
        };
    }

    private static YamlValue.Scalar Scalar(Scalar scalar) => new(scalar.Value, scalar.Style == ScalarStyle.Plain, PlaceOf(scalar));

    private YamlValue.List List(int depth)
    {
        var place = PlaceOf(_parser.Consume<SequenceStart>());
        var items = ImmutableArray.CreateBuilder<YamlValue>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Value(depth + 1));
        }

        return new(items.ToImmutable(), place);
    }

    private YamlValue.Map Map(int depth)
    {
        var place = PlaceOf(_parser.Consume<MappingStart>());
        var entries = new Dictionary<string, YamlValue.Entry>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = Value(depth + 1);
            var value = Value(depth + 1);
            Add(entries, key, value);
        }

        return new([.. entries.Values.OrderBy(entry => (entry.KeyPlace.Line, entry.KeyPlace.Column))], place);
    }

    private void Add(Dictionary<string, YamlValue.Entry> entries, YamlValue key, YamlValue value)
    {
        if (key is not YamlValue.Scalar { Text: var name })
        {
            _errors.Add(key.Place, "a key must be a single word", "write key: value, as in site.sample.yaml");
        }
        else if (!entries.TryAdd(name, new(name, key.Place, value)))
        {
            _errors.Add(
                key.Place,
                $"key {Quoted.Text(name)} is written twice here, first in line {entries[name].KeyPlace.Line}",
                "keep one of the two lines");
        }
    }

    private static SourcePlace PlaceOf(ParsingEvent found)
    {
        var sameLine = found is Scalar && found.Start.Line == found.End.Line;
        var length = sameLine ? Math.Max(1, found.End.Column - found.Start.Column) : 1;
        return new((int)found.Start.Line, (int)found.Start.Column, (int)length);
    }
}
