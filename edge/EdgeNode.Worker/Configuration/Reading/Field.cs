namespace EdgeNode.Worker;

/// <summary>
/// The value of one key, with typed getters. A getter returns null when the key is absent or its value wrong; a wrong one
/// has then been told, so that callers only choose the default.
/// </summary>
internal sealed partial class Field(YamlValue? value, string key, string path, ReadContext context)
{
    public bool IsAbsent => value is null;

    public ReadContext Context { get; } = context;

    /// <summary>Where the value stands; the start of the file when it is absent.</summary>
    public SourcePlace Place => value?.Place ?? SourcePlace.Start;

    /// <summary>Tells a mistake at this value.</summary>
    public void Fail(string what, string cure) => Context.Errors.Add(Place, what, cure);

    /// <summary>A text that is not empty.</summary>
    public string? Text()
    {
        Accepts("text");
        return Scalar("a text", "floor")?.Text;
    }

    private void Accepts(string kind) => Context.Asked.Accepts(path, kind);

    private YamlValue.Scalar? Scalar(string wanted, string example)
    {
        switch (value)
        {
            case null or YamlValue.Refused:
                return null;
            case YamlValue.Scalar { Text.Length: > 0 } scalar when !scalar.IsEmpty:
                return scalar;
            default:
                TellShape(wanted, $"write for example {key}: {example}");
                return null;
        }
    }

    private void TellShape(string wanted, string cure)
    {
        var found = value switch
        {
            { IsEmpty: true } => "is empty",
            YamlValue.Scalar scalar => $"is the text {Quoted.Text(scalar.Text)}",
            YamlValue.List => "is a list",
            _ => "is a map",
        };
        Fail($"{key} {found}; {wanted} is wanted here", cure);
    }
}
