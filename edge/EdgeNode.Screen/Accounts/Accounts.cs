using System.Collections.Immutable;
using System.Text.Json;
using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>Who may sign in, and where they are. Every change of rights is durable before it counts; all are told to open streams. Safe from any thread.</summary>
public sealed class Accounts
{
    private const string Document = "accounts";
    private const int LongestName = 60;
    private const int SignInsKept = 20;
    private static readonly TimeSpan SignedInFor = TimeSpan.FromDays(14);
    private static readonly TimeSpan InvitedFor = TimeSpan.FromHours(24);
    private readonly IScreenMemory _memory;
    private readonly TimeProvider _time;
    private readonly Action<Span<byte>> _fill;
    private readonly GuessLimit _limit;
    private readonly Lock _lock = new();
    private readonly Bell _changed = new();
    private AccountBook _book;

    /// <summary>Reads what is kept; where nobody can sign in yet, makes the code of the first run. What cannot be read lets nobody in, and keeps no node from starting.</summary>
    /// <param name="memory">Where it is kept.</param>
    /// <param name="time">The clock of sign-ins and codes.</param>
    /// <param name="fill">Fills bytes with randomness.</param>
    public Accounts(IScreenMemory memory, TimeProvider time, Action<Span<byte>> fill)
    {
        (_memory, _time, _fill, _limit) = (memory, time, fill, new(time));
        (_book, Unreadable) = Read(memory);
        if (_book.Accounts.IsEmpty && Unreadable is null)
        {
            // Made anew at each start, and kept nowhere: no disk must be able to keep a node from starting.
            FirstRunCode = Secrets.Code(fill);
            _book = AccountBook.Empty with { Invitations = [new(Secrets.Hash(FirstRunCode), "", Role.Manager, [], DateTimeOffset.MaxValue)] };
        }
    }

    /// <summary>The code with which the first manager sets name and password, good until somebody has; null from then on.</summary>
    public string? FirstRunCode { get; private set; }

    /// <summary>Why nobody can sign in, with the cure; null while all is well.</summary>
    public string? Unreadable { get; }

    /// <summary>Everybody who may sign in, by name.</summary>
    public ImmutableArray<Account> All => [.. _book.Accounts.OrderBy(account => account.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Done at the next change.</summary>
    public Task Changed => _changed.Rung;

    /// <summary>The account that is signed in with a cookie; null when it is not, or no more.</summary>
    public Account? Find(string? cookie)
    {
        var (hash, now) = (Secrets.Hash(cookie ?? ""), _time.GetUtcNow());
        return _book.Accounts.FirstOrDefault(account => account.SignIns.Any(signIn => signIn.Hash == hash && signIn.Until > now));
    }

    /// <summary>Signs in with name and password.</summary>
    /// <param name="name">Name.</param>
    /// <param name="password">Password.</param>
    /// <param name="address">Network address of who asks.</param>
    /// <returns>The new cookie, or why not.</returns>
    public (string? Cookie, Refusal Refusal) Enter(string name, string password, string address)
    {
        var known = name.Trim().ToUpperInvariant();
        if (!_limit.TryBegin(address, known))
        {
            return (null, Refusal.TooManyTries);
        }

        var account = _book.Find(name.Trim());
        if (!Passwords.Fits(account, password))
        {
            return (null, Refusal.Wrong);
        }

        _limit.Forgive(address, known);
        return Open(account!) is { } cookie ? (cookie, Refusal.None) : (null, Refusal.Wrong);
    }

    /// <summary>Ends one sign-in.</summary>
    public void Leave(string cookie)
    {
        if (Find(cookie) is null)
        {
            return;
        }

        var hash = Secrets.Hash(cookie);
        Change(book => book.Select(account => account with { SignIns = account.SignIns.RemoveAll(signIn => signIn.Hash == hash) }), mustLast: false);
    }

    /// <summary>Makes a code with which somebody sets a password, once and within 24 hours; until then an account of that name stays as it is.</summary>
    public string Invite(string name, Role role, ImmutableArray<Right> given)
    {
        var code = Secrets.Code(_fill);
        var now = _time.GetUtcNow();
        Change(book => book with
        {
            Invitations =
            [
                .. book.Invitations.Where(open => open.Until > now && !string.Equals(open.Name, name, StringComparison.OrdinalIgnoreCase)),
                new(Secrets.Hash(code), name, role, given, now + InvitedFor),
            ],
        });
        return code;
    }

    /// <summary>A new code for somebody who may sign in already and has forgotten the password; null when nobody has that name.</summary>
    public string? Reset(string name) => _book.Find(name) is { } account ? Invite(account.Name, account.Role, account.Given) : null;

    /// <summary>Sets a password with a code, which is used up; whoever was signed in by the old one is no more.</summary>
    /// <returns>The new cookie, or why not.</returns>
    public (string? Cookie, Refusal Refusal) Accept(string code, string name, string password, string address)
    {
        if (!_limit.TryBegin(address, ""))
        {
            return (null, Refusal.TooManyTries);
        }

        if (Invited(code) is not { } invitation)
        {
            return (null, Refusal.Wrong);
        }

        var named = invitation.Name.Length > 0 ? invitation.Name : name.Trim();
        if (named.Length is 0 or > LongestName || !Passwords.IsFit(password))
        {
            return (null, Refusal.Unfit);
        }

        var hash = Passwords.Hash(password);
        lock (_lock)
        {
            if (Invited(code) != invitation)
            {
                return (null, Refusal.Wrong);
            }

            _limit.Forgive(address, "");
            return (Open(Settle(invitation, named, hash)), Refusal.None);
        }
    }

    /// <summary>Makes what opens the site to a screen on a wall, until its account is removed or linked anew; null when somebody signs in with that name.</summary>
    public string? Link(string name)
    {
        lock (_lock)
        {
            var known = _book.Find(name);
            if (known is { IsLink: false })
            {
                return null;
            }

            var token = Secrets.Token(_fill);
            var account = new Account(known?.Reference ?? NewReference(), name, Role.Viewer, "") { SignIns = [new(Secrets.Hash(token), DateTimeOffset.MaxValue)] };
            Change(book => book with { Accounts = [.. book.Accounts.Where(one => one.Ref != account.Ref), account] });
            return token;
        }
    }

    /// <summary>Gives another role; every sign-in of the account ends, and every code for it.</summary>
    /// <returns>False when it would leave nobody who may keep accounts.</returns>
    public bool TrySetRole(HolderRef account, Role role, ImmutableArray<Right> given) =>
        TryChange(book => WithoutCodes(book, account).Select(one => one.Ref == account ? one with { Role = role, Given = given, SignIns = [] } : one));

    /// <summary>Removes an account, and every code for it.</summary>
    /// <returns>False when it would leave nobody who may keep accounts.</returns>
    public bool TryRemove(HolderRef account) =>
        TryChange(book => WithoutCodes(book, account) with { Accounts = book.Accounts.RemoveAll(one => one.Ref == account) });

    private static AccountBook WithoutCodes(AccountBook book, HolderRef account) =>
        book with { Invitations = book.Invitations.RemoveAll(open => book.Find(open.Name)?.Ref == account) };

    private Invitation? Invited(string code)
    {
        var (hash, now) = (Secrets.Hash(Secrets.Typed(code)), _time.GetUtcNow());
        return _book.Invitations.FirstOrDefault(open => open.Hash == hash && open.Until > now);
    }

    // A code gives a password to whoever has an account already, and another role never: the last manager may have forgotten theirs.
    private Account Settle(Invitation invitation, string name, string hash)
    {
        var known = _book.Find(name);
        var account = known is { IsLink: false }
            ? known with { PasswordHash = hash, SignIns = [] }
            : new Account(known?.Reference ?? NewReference(), name, invitation.Role, hash) { Given = invitation.Given };
        Change(book => new(
            [.. book.Accounts.Where(one => one.Ref != account.Ref), account],
            book.Invitations.RemoveAll(open => open == invitation || open.Name.Length == 0)));
        FirstRunCode = null;
        return account;
    }

    // Null when the account was removed, or got another password, while this one was being tried.
    private string? Open(Account account)
    {
        var (cookie, now) = (Secrets.Token(_fill), _time.GetUtcNow());
        var signIn = new SignIn(Secrets.Hash(cookie), now + SignedInFor);
        lock (_lock)
        {
            if (!_book.Accounts.Any(one => one.Ref == account.Ref && one.PasswordHash == account.PasswordHash))
            {
                return null;
            }

            Change(
                book => book.Select(one => one.Ref == account.Ref
                    ? one with { SignIns = [.. one.SignIns.Where(open => open.Until > now).TakeLast(SignInsKept - 1), signIn] }
                    : one),
                mustLast: false);
            return cookie;
        }
    }

    private string NewReference() => $"account-{Secrets.Token(_fill)[..12]}";

    private bool TryChange(Func<AccountBook, AccountBook> change)
    {
        lock (_lock)
        {
            if (!change(_book).Accounts.Any(account => !account.IsLink && account.May(Right.KeepAccounts)))
            {
                return false;
            }

            Change(change);
            return true;
        }
    }

    private void Change(Func<AccountBook, AccountBook> change, bool mustLast = true)
    {
        lock (_lock)
        {
            var changed = change(_book);
            try
            {
                _memory.Write(Document, JsonSerializer.SerializeToUtf8Bytes(changed, ScreenJson.Default.AccountBook));
            }
            catch (Exception refused) when (!mustLast && refused is (IOException or UnauthorizedAccessException))
            {
                // Whoever must mend the disk has to be able to sign in and out while it refuses; a restart forgets that.
            }

            _book = changed;
        }

        _changed.Ring();
    }

    private static (AccountBook Book, string? Unreadable) Read(IScreenMemory memory)
    {
        try
        {
            return (memory.Read(Document) is { } bytes ? JsonSerializer.Deserialize(bytes, ScreenJson.Default.AccountBook) ?? AccountBook.Empty : AccountBook.Empty, null);
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            return (AccountBook.Empty, $"The screen's accounts cannot be read, and nobody can sign in: {error.Message} Copy {Document} from a backup, or remove it to begin with the code of a first run; then restart the node.");
        }
    }
}
