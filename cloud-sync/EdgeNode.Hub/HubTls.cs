namespace EdgeNode.Hub;

/// <summary>How a hub worker and the broker prove to each other who they are. All files are PEM.</summary>
/// <param name="CaFile">The only authority that may vouch for the broker.</param>
/// <param name="CertificateFile">The worker's own certificate; its common name is its user name and client id.</param>
/// <param name="KeyFile">The certificate's key.</param>
public sealed record HubTls(string CaFile, string CertificateFile, string KeyFile);
