using EdgeNode.CloudSync;

namespace EdgeNode.Worker;

/// <summary>The site's certificate and key in one file that only its owner may read.</summary>
internal sealed class CertificateFile(string path) : ICertificateFile
{
    public string Read() => File.ReadAllText(path);

    public void Replace(string pem) => OwnerFile.Replace(path, pem);
}
