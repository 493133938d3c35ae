namespace EdgeNode.Screen;

/// <summary>A file of the page, out of this assembly: nothing comes from elsewhere.</summary>
internal sealed record Asset(byte[] Bytes, string Type)
{
    private static readonly Dictionary<string, Asset> All = new()
    {
        ["screen.css"] = Load("screen.css", "text/css; charset=utf-8"),
        ["icon.svg"] = Load("icon.svg", "image/svg+xml"),
        ["screen.js"] = Load("screen.js", "text/javascript; charset=utf-8"),
    };

    public static Asset? Find(string name) => All.GetValueOrDefault(name);

    private static Asset Load(string name, string type)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream($"EdgeNode.Screen.Assets.{name}")
            ?? throw new InvalidOperationException($"The asset {name} is not in the assembly; embed it.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new(bytes, type);
    }
}
