using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EdgeNode.Screen.Tests;

public class AccountTests
{
    private readonly MemoryOfTests _memory = new();
    private readonly FakeTimeProvider _time = new(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    private Accounts Open() => new(_memory, _time, RandomNumberGenerator.Fill);

    [Fact]
    public void The_first_run_gives_one_code_that_makes_one_manager_and_nothing_else_opens()
    {
        var accounts = Open();
        Assert.Equal(Refusal.Wrong, accounts.Enter("admin", "admin", "a").Refusal);
        var code = accounts.FirstRunCode!;
        var (cookie, refusal) = accounts.Accept(code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal), "Reception", ScreenOfTests.Password, "b");
        Assert.Equal((Refusal.None, Role.Manager), (refusal, accounts.Find(cookie)!.Role));
        Assert.Null(accounts.FirstRunCode);
        Assert.Equal(Refusal.Wrong, accounts.Accept(code, "Second", ScreenOfTests.Password, "c").Refusal);
        Assert.Null(Open().FirstRunCode);
    }

    [Fact]
    public void A_sign_in_survives_a_restart_and_ends_when_left_after_two_weeks_or_with_its_role()
    {
        var accounts = Open();
        var cookie = accounts.Accept(accounts.FirstRunCode!, "Reception", ScreenOfTests.Password, "a").Cookie!;
        var viewer = accounts.Accept(accounts.Invite("Wall", Role.Viewer, []), "", ScreenOfTests.Password, "a").Cookie!;
        accounts = Open();
        Assert.NotNull(accounts.Find(cookie));
        Assert.True(accounts.TrySetRole(accounts.Find(viewer)!.Ref, Role.Auditor, []));
        Assert.Null(accounts.Find(viewer));
        accounts.Leave(cookie);
        Assert.Null(accounts.Find(cookie));
        var again = accounts.Enter("RECEPTION", ScreenOfTests.Password, "a").Cookie;
        _time.Advance(TimeSpan.FromDays(14));
        Assert.Null(accounts.Find(again));
    }

    [Fact]
    public void The_last_who_may_keep_accounts_cannot_be_removed_or_lowered()
    {
        var accounts = Open();
        var manager = accounts.Find(accounts.Accept(accounts.FirstRunCode!, "Reception", ScreenOfTests.Password, "a").Cookie)!;
        Assert.False(accounts.TryRemove(manager.Ref));
        Assert.False(accounts.TrySetRole(manager.Ref, Role.Viewer, []));
        Assert.Equal(manager.Ref, Assert.Single(accounts.All).Ref);
    }

    [Fact]
    public void A_helper_has_only_the_rights_given_and_a_viewer_only_looks()
    {
        var helper = new Account("account-1", "Helper", Role.Helper, "") { Given = [Right.OperateDoors] };
        Assert.Equal([Right.SeeSite, Right.OperateDoors], Enum.GetValues<Right>().Where(helper.May));
        Assert.Equal([Right.SeeSite], Enum.GetValues<Right>().Where((helper with { Role = Role.Viewer }).May));
        Assert.Equal(Enum.GetValues<Right>(), Enum.GetValues<Right>().Where((helper with { Role = Role.Manager }).May));
    }

    [Fact]
    public void Five_wrong_passwords_from_one_address_or_twenty_for_one_name_make_wait_ten_minutes()
    {
        var accounts = Open();
        accounts.Accept(accounts.FirstRunCode!, "Reception", ScreenOfTests.Password, "a");
        Assert.All(Enumerable.Range(0, 5), _ => Assert.Equal(Refusal.Wrong, accounts.Enter("Reception", "wrong", "b").Refusal));
        Assert.Equal(Refusal.TooManyTries, accounts.Enter("Reception", ScreenOfTests.Password, "b").Refusal);
        Assert.Equal(Refusal.TooManyTries, accounts.Accept("AAAAA-AAAAA", "", ScreenOfTests.Password, "b").Refusal);
        Assert.All(Enumerable.Range(0, 15), address => Assert.Equal(Refusal.Wrong, accounts.Enter("reception ", "wrong", $"c{address}").Refusal));
        Assert.Equal(Refusal.TooManyTries, accounts.Enter("Reception", ScreenOfTests.Password, "d").Refusal);
        _time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(Refusal.None, accounts.Enter("Reception", ScreenOfTests.Password, "b").Refusal);
    }

    [Fact]
    public void An_account_of_ones_own_pays_for_no_guess_at_anothers_and_neither_does_a_code_that_is_not_used()
    {
        var accounts = Open();
        accounts.Accept(accounts.FirstRunCode!, "Reception", ScreenOfTests.Password, "a");
        var code = accounts.Invite("Viewer", Role.Viewer, []);
        Assert.Equal(Refusal.Unfit, accounts.Accept(code, "", "short", "b").Refusal);
        Assert.Equal(Refusal.None, accounts.Accept(code, "", ScreenOfTests.Password, "b").Refusal);
        Assert.All(Enumerable.Range(0, 4), _ => Assert.Equal(Refusal.Wrong, accounts.Enter("Reception", "wrong", "b").Refusal));
        Assert.Equal(Refusal.None, accounts.Enter("Viewer", ScreenOfTests.Password, "b").Refusal);
        Assert.Equal(Refusal.Wrong, accounts.Enter("Reception", "wrong", "b").Refusal);
        Assert.Equal(Refusal.TooManyTries, accounts.Enter("Reception", "wrong", "b").Refusal);
    }

    [Fact]
    public void A_code_gives_whoever_has_an_account_a_password_and_never_another_role()
    {
        var accounts = Open();
        accounts.Accept(accounts.FirstRunCode!, "Reception", ScreenOfTests.Password, "a");
        var again = accounts.Accept(accounts.Invite("Reception", Role.Viewer, []), "", "another password", "a").Cookie;
        Assert.Equal(Role.Manager, accounts.Find(again)!.Role);
        Assert.NotNull(accounts.Link("Wall"));
        var wall = accounts.All.Single(account => account.IsLink).Ref;
        Assert.True(accounts.TrySetRole(wall, Role.Manager, []));
        Assert.False(accounts.TryRemove(accounts.Find(again)!.Ref));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Whoever_is_removed_or_lowered_does_not_come_back_with_an_open_code(bool removed)
    {
        var accounts = Open();
        accounts.Accept(accounts.FirstRunCode!, "Reception", ScreenOfTests.Password, "a");
        var second = accounts.Find(accounts.Accept(accounts.Invite("Second", Role.Manager, []), "", ScreenOfTests.Password, "a").Cookie)!;
        var code = accounts.Reset("second")!;
        Assert.True(removed ? accounts.TryRemove(second.Ref) : accounts.TrySetRole(second.Ref, Role.Viewer, []));
        Assert.Equal(Refusal.Wrong, accounts.Accept(code, "Second", "another password", "b").Refusal);
    }

    [Fact]
    public void Leaving_with_a_cookie_that_opens_nothing_writes_nothing()
    {
        var accounts = Open();
        accounts.Leave("anything");
        Assert.Empty(_memory.Documents);
    }

    [Fact]
    public void A_reset_ends_every_sign_in_once_the_new_password_is_set_and_its_code_dies_in_a_day()
    {
        var accounts = Open();
        var before = accounts.Accept(accounts.FirstRunCode!, "Reception", ScreenOfTests.Password, "a").Cookie;
        Assert.Null(accounts.Reset("Nobody"));
        var late = accounts.Reset("Reception")!;
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(Refusal.Wrong, accounts.Accept(late, "", "another password", "b").Refusal);
        Assert.Equal(Refusal.None, accounts.Accept(accounts.Reset("Reception")!, "", "another password", "c").Refusal);
        Assert.Null(accounts.Find(before));
        Assert.Equal(Refusal.Wrong, accounts.Enter("Reception", ScreenOfTests.Password, "d").Refusal);
    }

    [Fact]
    public void What_is_kept_holds_no_password_no_cookie_and_no_code_and_the_hash_has_210000_rounds()
    {
        var accounts = Open();
        var code = accounts.FirstRunCode!;
        var cookie = accounts.Accept(code, "Reception", ScreenOfTests.Password, "a").Cookie!;
        var kept = System.Text.Encoding.UTF8.GetString(_memory.Documents["accounts"]);
        Assert.All([code, cookie, ScreenOfTests.Password], secret => Assert.DoesNotContain(secret, kept, StringComparison.Ordinal));
        var hash = Convert.FromBase64String(accounts.Find(cookie)!.PasswordHash);
        Assert.Equal(210_000, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5)));
        Assert.DoesNotContain("Reception", accounts.Find(cookie)!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Accounts_that_cannot_be_read_let_nobody_in_are_told_with_the_cure_and_stay_as_they_are()
    {
        _memory.Write("accounts", "{"u8);
        var accounts = Open();
        Assert.Contains("from a backup", accounts.Unreadable, StringComparison.Ordinal);
        Assert.Null(accounts.FirstRunCode);
        Assert.Null(accounts.Reset("Manager"));
        Assert.Equal(Refusal.Wrong, accounts.Enter("Manager", "long enough to be one", "a").Refusal);
        Assert.Equal("{"u8.ToArray(), _memory.Read("accounts"));
    }
}
