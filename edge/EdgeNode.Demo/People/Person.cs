using EdgeNode.Core;

namespace EdgeNode.Demo;

/// <summary>One invented person of the demo: a reference, never a name.</summary>
/// <param name="Reference">The network's reference.</param>
/// <param name="Class">Staff, member or guest.</param>
/// <param name="Home">The home site.</param>
/// <param name="Card">Facility code and number of a 26-bit H10301 card.</param>
/// <param name="ExpiresBeforeDay">The card's validity ended before the first day of the story.</param>
public sealed record Person(string Reference, HolderClass Class, string Home, DemoCard Card, bool ExpiresBeforeDay = false);
