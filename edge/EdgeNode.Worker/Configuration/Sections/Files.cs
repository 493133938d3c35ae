namespace EdgeNode.Worker;

/// <summary>Paths in the file are read against the folder in which it lies.</summary>
internal static class Files
{
    /// <summary>An absolute path; null when absent or wrong.</summary>
    public static string? Path(Field field)
    {
        var path = field.Text();
        if (path is null || !path.Contains('\0', StringComparison.Ordinal))
        {
            return path is null ? null : System.IO.Path.GetFullPath(path, field.Context.Folder);
        }

        field.Fail("the path contains a zero byte", "write the path of a file or folder");
        return null;
    }
}
