using EdgeNode.Core;
using EdgeNode.Screen;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary>Names of people in the site's picture, and nowhere else.</summary>
internal sealed class PeopleNames(Picture picture) : IPeopleNames
{
    public string? Find(HolderRef holder) => picture.FindPerson(holder);

    public void Set(HolderRef holder, string name) => picture.SetPerson(holder, name);
}
