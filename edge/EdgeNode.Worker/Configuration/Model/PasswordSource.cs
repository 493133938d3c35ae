namespace EdgeNode.Worker;

/// <summary>Where a password lies; the configuration file itself never holds one. Closed set.</summary>
public abstract record PasswordSource
{
    private PasswordSource()
    {
    }

    /// <summary>The password: the first line of the file.</summary>
    /// <exception cref="IOException">The file cannot be read; the message names it.</exception>
    public string Read() => File.ReadLines(PathOf).FirstOrDefault() ?? "";

    private string PathOf => this switch
    {
        InFile file => file.Path,
        Credential credential => Path.Combine(Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") ?? "/run/credentials/edgenode.service", credential.Name),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>In a file of its own, whose first line it is.</summary>
    /// <param name="Path">Absolute path.</param>
    public sealed record InFile(string Path) : PasswordSource;

    /// <summary>In a credential that systemd hands to the service (LoadCredential=).</summary>
    /// <param name="Name">Name of the credential.</param>
    public sealed record Credential(string Name) : PasswordSource;
}
