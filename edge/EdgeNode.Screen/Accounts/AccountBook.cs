using System.Collections.Immutable;

namespace EdgeNode.Screen;

/// <summary>All accounts and open invitations, as they are kept.</summary>
public sealed record AccountBook(ImmutableArray<Account> Accounts, ImmutableArray<Invitation> Invitations)
{
    /// <summary>Before anybody has signed in.</summary>
    public static readonly AccountBook Empty = new([], []);

    /// <summary>The account of a name, whatever its capitals.</summary>
    public Account? Find(string name) => Accounts.FirstOrDefault(account => string.Equals(account.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>With every account changed by a function.</summary>
    public AccountBook Select(Func<Account, Account> change) => this with { Accounts = [.. Accounts.Select(change)] };
}
