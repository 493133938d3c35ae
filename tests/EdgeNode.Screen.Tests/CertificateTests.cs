using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace EdgeNode.Screen.Tests;

public class CertificateTests
{
    private readonly MemoryOfTests _memory = new();
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    [Fact]
    public void What_is_trusted_once_stays_trusted_over_restarts_and_renewals()
    {
        var authority = Open().AuthorityPem;
        var first = Open().Current();
        Assert.True(IsTrusted(first, authority));
        _time.Advance(TimeSpan.FromDays(397 - 1 - 60) + TimeSpan.FromHours(1));
        var certificates = Open();
        Assert.NotEqual(first.SerialNumber, certificates.Current().SerialNumber);
        Assert.Equal(authority, certificates.AuthorityPem);
        Assert.Same(certificates.Current(), certificates.Current());
        _time.Advance(TimeSpan.FromDays(397 - 1 - 60) + TimeSpan.FromHours(1));
        Assert.True(certificates.Current().NotAfter > _time.GetUtcNow() + TimeSpan.FromDays(61));
    }

    [Fact]
    public void A_clock_that_is_behind_the_authority_keeps_no_page_from_being_served()
    {
        var authority = Open().AuthorityPem;
        var behind = new SiteCertificates(_memory, new FakeTimeProvider(_time.GetUtcNow().AddYears(-1)), "Here", ["localhost"], []);
        Assert.True(IsTrusted(behind.Current(), authority));
    }

    [Fact]
    public async Task The_page_is_served_over_HTTP_2_under_the_sites_own_authority()
    {
        var certificates = Open();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("https://127.0.0.1:0");
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(server => server.ConfigureHttpsDefaults(https => https.ServerCertificateSelector = (_, _) => certificates.Current()));
        await using var app = builder.Build();
        app.MapGet("/", (HttpContext context) => context.Request.Protocol);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var chain = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        chain.CustomTrustStore.Add(X509Certificate2.CreateFromPem(certificates.AuthorityPem));
        using var handler = new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = chain } };
        using var client = new HttpClient(handler) { DefaultRequestVersion = HttpVersion.Version20 };
        Assert.Equal("HTTP/2", await client.GetStringAsync(new Uri(app.Urls.First()), TestContext.Current.CancellationToken));
    }

    private SiteCertificates Open() => new(_memory, _time, "Liège, quay 3; C=XX", ["localhost"], [IPAddress.Loopback]);

    private static bool IsTrusted(X509Certificate2 certificate, string authority)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        chain.ChainPolicy.CustomTrustStore.Add(X509Certificate2.CreateFromPem(authority));
        return chain.Build(certificate);
    }
}
