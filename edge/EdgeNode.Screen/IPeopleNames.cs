using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>Names of people, for the roll call and the site's manager; they stand nowhere else.</summary>
public interface IPeopleNames
{
    /// <summary>The name of a person; null when it is not known.</summary>
    string? Find(HolderRef holder);

    /// <summary>Keeps the name of a person.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    void Set(HolderRef holder, string name);
}
