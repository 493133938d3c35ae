using System.Collections.Immutable;
using System.Text.Json.Serialization;
using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>Somebody who may sign in.</summary>
/// <param name="Reference">The reference by which the journal knows who did something; says nothing by itself.</param>
/// <param name="Name">The name with which to sign in.</param>
/// <param name="Role">As what.</param>
/// <param name="PasswordHash">Hash of the password.</param>
public sealed record Account(string Reference, string Name, Role Role, string PasswordHash)
{
    /// <summary>The same, as the journal writes it.</summary>
    [JsonIgnore]
    public HolderRef Ref => new(Reference);

    /// <summary>Nobody's: the link of a screen on a wall, without a password.</summary>
    [JsonIgnore]
    public bool IsLink => PasswordHash.Length == 0;

    /// <summary>What a helper was given.</summary>
    public ImmutableArray<Right> Given { get; init; } = [];

    /// <summary>Where it is signed in.</summary>
    public ImmutableArray<SignIn> SignIns { get; init; } = [];

    /// <summary>Whether it has a right.</summary>
    public bool May(Right right) => Role switch
    {
        Role.Manager => true,
        Role.Viewer => right == Right.SeeSite,
        Role.Helper => right == Right.SeeSite || Given.Contains(right),
        Role.Installer => right is Right.SeeSite or Right.OperateDoors,
        Role.Auditor => right is Right.SeeSite or Right.SeeMovements,
        _ => false,
    };

    /// <summary>Redacted: prints neither name nor hash.</summary>
    public override string ToString() => $"account {Reference}";
}
