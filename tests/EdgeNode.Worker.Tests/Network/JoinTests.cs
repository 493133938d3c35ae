using EdgeNode.Contracts;

namespace EdgeNode.Worker.Tests;

public sealed class JoinTests : IDisposable
{
    private readonly string _store = Directory.CreateTempSubdirectory("edgenode-join-").FullName;
    private readonly SigningKey _first = new([.. Enumerable.Repeat((byte)1, 32)]);
    private readonly SigningKey _second = new([.. Enumerable.Repeat((byte)2, 32)]);
    private readonly Membership _membership;

    public JoinTests() => _membership = new(_store);

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
        Directory.Delete(_store, recursive: true);
    }

    [Fact]
    public void A_stand_alone_site_joins_by_one_file_and_its_secrets_are_for_its_owner_only()
    {
        Assert.Null(_membership.Settings(null));
        Assert.Null(_membership.Accept(Invitation(1, _first, _first), "gare", null));
        var settings = _membership.Settings(null)!;
        Assert.Equal(("broker-1", 8883, true), (settings.Host, settings.Port, settings.Tls));
        Assert.Equal(Convert.FromHexString(_first.PublicHex), settings.PublicKey);
        Assert.Equal("certificate and key 1", File.ReadAllText(settings.CertificateFile!));
        Assert.Equal(new string('d', 64), File.ReadAllText(Path.Combine(_store, "keys", "identifier.key")));
        Assert.All(Directory.GetFiles(_store, "*", SearchOption.AllDirectories), file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.DoesNotContain("certificate and key", File.ReadAllText(Path.Combine(_store, "network", "joined.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_moves_to_another_network_only_by_the_word_of_the_one_that_it_belongs_to()
    {
        Assert.Null(_membership.Accept(Invitation(1, _first, _first), "gare", null));
        Assert.Contains("not signed by the network", _membership.Accept(Invitation(2, _second, _second), "gare", null), StringComparison.Ordinal);
        Assert.Equal("broker-1", _membership.Settings(null)!.Host);
        Assert.Null(_membership.Accept(Invitation(2, _second, _first), "gare", null));
        Assert.Equal(Convert.FromHexString(_second.PublicHex), _membership.Settings(null)!.PublicKey);
    }

    [Fact]
    public void An_old_file_another_sites_file_and_a_changed_one_move_nobody()
    {
        Assert.Null(_membership.Accept(Invitation(2, _first, _first), "gare", null));
        Assert.Contains("older", _membership.Accept(Invitation(1, _first, _first), "gare", null), StringComparison.Ordinal);
        Assert.Contains("older", _membership.Accept(Invitation(2, _first, _first), "gare", null), StringComparison.Ordinal);
        Assert.Contains("'gare'", _membership.Accept(Invitation(3, _first, _first), "parc", null), StringComparison.Ordinal);
        Assert.Contains("not signed", _membership.Accept(Invitation(3, _first, _first) with { Broker = "evil" }, "gare", null), StringComparison.Ordinal);
        Assert.Equal("broker-2", _membership.Settings(null)!.Host);
    }

    [Fact]
    public void A_configured_network_must_sign_the_file_too()
    {
        var configured = new NetworkSettings("broker", 8883, true, null, null, null, null, [.. Convert.FromHexString(_first.PublicHex)]);
        Assert.Contains("not signed", _membership.Accept(Invitation(1, _second, _second), "gare", configured), StringComparison.Ordinal);
        Assert.Same(configured, _membership.Settings(configured));
        Assert.Null(_membership.Accept(Invitation(1, _second, _first), "gare", configured));
        Assert.Equal("broker-1", _membership.Settings(configured)!.Host);
    }

    [Fact]
    public void A_nonce_is_remembered_across_restarts_and_a_half_written_one_is_none()
    {
        var path = Path.Combine(_store, "network", "nonces");
        var now = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
        Assert.True(new NonceFile(path).TryAdd("a", now.AddSeconds(10), now));
        var after = new NonceFile(path);
        Assert.False(after.TryAdd("a", now.AddSeconds(10), now.AddSeconds(1)));
        Assert.True(after.TryAdd("b", now.AddSeconds(11), now.AddSeconds(1)));
        File.AppendAllText(path, "c 17955");
        var again = new NonceFile(path);
        Assert.False(again.TryAdd("b", now, now));
        Assert.True(again.TryAdd("c", now, now));
        Assert.True(new NonceFile(path).TryAdd("a", now, now.AddDays(2)));
    }

    private static SiteInvitation Invitation(long number, SigningKey network, SigningKey signer) => signer.Sign(new SiteInvitation(
        "gare", number, $"broker-{number}", 8883, "authority", $"certificate and key {number}", network.PublicHex, new('d', 64), new('e', 64)));
}
