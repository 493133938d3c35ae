using System.Runtime.CompilerServices;

namespace EdgeNode.Worker.Tests;

/// <summary>Files that the configuration tests share.</summary>
internal static class ConfigurationFixture
{
    /// <summary>The shortest file that is right.</summary>
    public const string Minimal = """
        site:
          id: namur-gare
          timezone: Europe/Brussels
        areas:
          - id: floor
          - id: host
            private: true
        doors:
          - id: street
            from: outside
            to: floor
            strike: { pin: 17, wiring: failSecure }
          - id: host
            from: floor
            to: host
        desks:
          - id: d01
            area: floor

        """;

    public static string Sample => File.ReadAllText(BesideProgram("site.sample.yaml"));

    public static string BesideProgram(string name) => Path.Combine(AppContext.BaseDirectory, name);

    /// <summary>A file of this folder, as copied beside the tests.</summary>
    public static string TestFile(string name) => BesideProgram(Path.Combine("Configuration", name));

    /// <summary>The same file where it is kept, for renewing it.</summary>
    public static string KeptFile(string name, [CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, name);

    public static ConfigurationResult Read(string text) => SiteConfigurationReader.Read(text, "/etc/edgenode");

    /// <summary>The minimal file with one text replaced; fails when it is not there, so that no test passes by accident.</summary>
    public static string With(string old, string now)
    {
        Assert.Contains(old, Minimal, StringComparison.Ordinal);
        return Minimal.Replace(old, now, StringComparison.Ordinal);
    }
}
