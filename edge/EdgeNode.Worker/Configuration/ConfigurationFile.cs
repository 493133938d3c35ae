using System.Text;

namespace EdgeNode.Worker;

/// <summary>A configuration file as it was read, with its outcome.</summary>
/// <param name="Name">As the user wrote it.</param>
/// <param name="Text">Its text; empty when it could not be read.</param>
/// <param name="Result">The model or the mistakes.</param>
public sealed record ConfigurationFile(string Name, string Text, ConfigurationResult Result)
{
    private const int LargestBytes = 1 << 20;

    /// <summary>Reads a file. A file that cannot be read is a mistake like any other, with its cure.</summary>
    public static ConfigurationFile Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return file.Length > LargestBytes
                ? Unread(path, $"the file has {file.Length} bytes; it must have at most {LargestBytes}", "give the configuration of one site")
                : Read(path, file);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return Unread(path, "there is no such file", "write the path after --config; site.sample.yaml beside the program is a start");
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            return Unread(path, "the file cannot be read", $"allow the user of this program to read it ({Quoted.Printable(failure.Message)})");
        }
    }

    /// <summary>All mistakes as text for people.</summary>
    public string RenderErrors() => ErrorPage.Render(Name, Text, Result.Errors);

    private static ConfigurationFile Read(string path, FileStream file)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var bad = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (bad < 0)
        {
            return new(path, text, SiteConfigurationReader.Read(text, Path.GetDirectoryName(Path.GetFullPath(path))!));
        }

        var line = text.AsSpan(0, bad).Count('\n') + 1;
        var place = new SourcePlace(line, bad - text.LastIndexOf('\n', bad), 1);
        return new(path, text, new(null, [new(place, "this character is not UTF-8", "save the file in the encoding UTF-8")]));
    }

    private static ConfigurationFile Unread(string path, string what, string cure) =>
        new(path, "", new(null, [new(SourcePlace.Start, what, cure)]));
}
