using System.Collections.Immutable;

namespace EdgeNode.Screen;

/// <summary>A code with which somebody may set a password, once.</summary>
/// <param name="Hash">SHA-256 of the code, lower-case hex.</param>
/// <param name="Name">The name with which to sign in; empty: whoever has the code chooses it.</param>
/// <param name="Role">As what.</param>
/// <param name="Given">What a helper is given.</param>
/// <param name="Until">When it ends.</param>
public sealed record Invitation(string Hash, string Name, Role Role, ImmutableArray<Right> Given, DateTimeOffset Until);
