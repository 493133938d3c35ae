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

    public static string BesideTest(string name, [CallerFilePath] string test = "") => Path.Combine(Path.GetDirectoryName(test)!, name);

    public static ConfigurationResult Read(string text) => SiteConfigurationReader.Read(text, "/etc/edgenode");

    /// <summary>The minimal file with one text replaced; fails when it is not there, so that no test passes by accident.</summary>
    public static string With(string old, string now)
    {
        Assert.Contains(old, Minimal, StringComparison.Ordinal);
        return Minimal.Replace(old, now, StringComparison.Ordinal);
    }
}
