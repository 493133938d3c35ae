using EdgeNode.Core;
using EdgeNode.Screen;

namespace EdgeNode.Demo;

/// <summary>The names that whichever node has power knows.</summary>
internal sealed class DemoNames(World world) : IPeopleNames
{
    public string? Find(HolderRef holder) => world.Node?.Names.Find(holder);

    public void Set(HolderRef holder, string name) => world.Node?.Names.Set(holder, name);
}
