namespace EdgeNode.Screen;

/// <summary>Reads a member of a closed set by its name alone.</summary>
internal static class Closed
{
    /// <summary>The member; null when the text is none of their names, which a number is not.</summary>
    public static T? Read<T>(string? text)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => $"{value}" == text).Select(value => (T?)value).FirstOrDefault();
}
