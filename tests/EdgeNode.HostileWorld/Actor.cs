namespace EdgeNode.HostileWorld;

/// <summary>Somebody or something with a script of its own and dice of its own, so that the story of the others stays as it is when this one stays away.</summary>
/// <param name="Name">By which it can be left out.</param>
/// <param name="Script">Acts, then says how long it waits, and so on.</param>
internal sealed record Actor(string Name, Func<World, Random, IEnumerable<TimeSpan>> Script);
