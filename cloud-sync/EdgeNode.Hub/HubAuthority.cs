namespace EdgeNode.Hub;

/// <summary>The network's certificate authority as the hub is given it.</summary>
/// <param name="CertificatePem">Its certificate.</param>
/// <param name="KeyPem">Its key.</param>
public sealed record HubAuthority(string CertificatePem, string KeyPem)
{
    /// <summary>Redacted: prints no key.</summary>
    public override string ToString() => "authority:***";
}
