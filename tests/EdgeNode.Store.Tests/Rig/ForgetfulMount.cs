using System.Diagnostics;
using System.Globalization;

namespace EdgeNode.Store.Tests;

/// <summary>A real file system of the kernel (FUSE) that forgets on a power cut what was not synced: <c>forgetfs.c</c>, built here.</summary>
internal sealed class ForgetfulMount : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly string _power;

    /// <summary>Builds and mounts it.</summary>
    /// <exception cref="InvalidOperationException">The machine has no FUSE, or a tool is missing; the message has the cure.</exception>
    public ForgetfulMount()
    {
        var program = _home["forgetfs"];
        var source = Path.Combine(AppContext.BaseDirectory, "forgetfs.c");
        Run("sh", "-c", $"gcc -O2 -Wall -Wextra -Werror -o '{program}' '{source}' $(pkg-config --cflags --libs fuse3)");
        MountPoint = Directory.CreateDirectory(_home["mount"]).FullName;
        _power = Path.Combine(MountPoint, ".power");

        // Returns when it is mounted; the file system goes on in the background.
        Run(program, MountPoint);
    }

    /// <summary>Where it is mounted.</summary>
    public string MountPoint { get; }

    /// <summary>The power goes, and is back at once.</summary>
    public void Cut(int seed) => Command(string.Create(CultureInfo.InvariantCulture, $"cut {seed}"));

    /// <summary>Writes, syncs, creations and renames are refused with this error number.</summary>
    public void Fail(int error) => Command(string.Create(CultureInfo.InvariantCulture, $"fail {error}"));

    /// <summary>Every sync takes this long.</summary>
    public void Slow(TimeSpan each) => Command(string.Create(CultureInfo.InvariantCulture, $"slow {each.TotalMilliseconds:0}"));

    /// <summary>Neither refused nor slow any more.</summary>
    public void Well() => Command("well");

    public void Dispose()
    {
        Run("fusermount3", "-u", "-z", MountPoint);
        _home.Dispose();
    }

    private void Command(string words) => File.WriteAllText(_power, words);

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {error.Trim()} Run tests/check.sh, which installs fuse3, libfuse3-dev, gcc and pkg-config, on a kernel with /dev/fuse.");
        }
    }
}
