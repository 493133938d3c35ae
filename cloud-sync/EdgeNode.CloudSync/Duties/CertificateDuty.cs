using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EdgeNode.Contracts;

namespace EdgeNode.CloudSync;

/// <summary>
/// Has the site's certificate renewed when two thirds of its life are over. The new key is made here and never leaves; the new pair is
/// used from the next connection on.
/// </summary>
internal sealed class CertificateDuty(DutyContext context) : LinkDuty(context), IDisposable
{
    private const string Problem = "certificate";
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);

    private ECDsa? _key;
    private TimeSpan _at;

    public override Task Take(SiteTopic topic, byte[] payload, CancellationToken stop)
    {
        if (topic is SiteTopic.Certificate && _key is not null)
        {
            Accept(LetterCodec.Decode<SiteCertificate>(payload), _key);
        }

        return Task.CompletedTask;
    }

    public override async Task Pump(CancellationToken stop)
    {
        if (Context.Ports.Certificate is { } file && Context.Elapsed >= _at)
        {
            if (_key is null && IsDue(file))
            {
                _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            }

            if (_key is not null)
            {
                await Context.Wire.Publish(Topics.WantCertificate(Context.Site), LetterCodec.Encode(new CertificateWant(Request(_key))), retain: false, stop);
            }

            _at = Context.Elapsed + (_key is null ? LookAgain : Context.Settings.HubTimeout);
        }

        Due = Context.Ports.Certificate is null ? null : _at;
    }

    public void Dispose() => _key?.Dispose();

    // An unsure clock cannot tell how old a certificate is.
    private bool IsDue(ICertificateFile file)
    {
        if (!Context.Ports.ClockConfirmed())
        {
            return false;
        }

        using var certificate = X509Certificate2.CreateFromPem(file.Read());
        var life = certificate.NotAfter - certificate.NotBefore;
        return Context.Time.GetUtcNow() >= certificate.NotBefore + (life * 2 / 3);
    }

    private string Request(ECDsa key) =>
        new CertificateRequest($"CN={Context.Site}", key, HashAlgorithmName.SHA256).CreateSigningRequestPem();

    private void Accept(SiteCertificate letter, ECDsa key)
    {
        if (!Context.Keys.Network.Signed(letter) || letter.Site != Context.Site)
        {
            Context.Board.Report(Problem, $"A certificate for '{letter.Site}' came that is not signed by the network for this site. It was not used; find out who publishes it.");
            return;
        }

        using var certificate = X509Certificate2.CreateFromPem(letter.Certificate);
        if (!certificate.PublicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo()))
        {
            // An answer to an earlier question of this site; the one to the latest is still to come.
            return;
        }

        Context.Ports.Certificate!.Replace($"{letter.Certificate.TrimEnd()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        (_key, _at) = (null, Context.Elapsed + LookAgain);
        key.Dispose();
        Context.Board.Clear(Problem);
        Context.Board.Tell();
    }
}
