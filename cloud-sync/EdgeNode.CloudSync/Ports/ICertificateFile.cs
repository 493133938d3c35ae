namespace EdgeNode.CloudSync;

/// <summary>The site's own certificate for the broker, with its key. May be called on any thread.</summary>
public interface ICertificateFile
{
    /// <summary>Certificate and key as PEM, one behind the other.</summary>
    /// <exception cref="IOException">The file cannot be read; the message names it.</exception>
    string Read();

    /// <summary>Puts another pair in its place, durably and whole or not at all.</summary>
    void Replace(string pem);
}
