using Xunit;

namespace EdgeNode.Store.Tests;

public class LinuxSyncTests
{
    // The kernel has no sync for these: only a call that is really made can be refused.
    [Fact]
    public void Content_is_really_synced()
    {
        using var nowhere = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        var refused = Assert.Throws<IOException>(() => LinuxSync.Content(nowhere, "/dev/null"));
        Assert.Contains("fdatasync of /dev/null failed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_is_really_synced()
    {
        var refused = Assert.Throws<IOException>(() => LinuxSync.Folder("/proc"));
        Assert.Contains("fsync of /proc failed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_told() => Assert.Throws<IOException>(() => LinuxSync.Folder("/proc/none"));

    [Fact]
    public void A_full_disk_is_a_refusal()
    {
        using var full = LinuxFiles.Instance.Open("/dev/full", write: true);
        Assert.Throws<IOException>(() => full.Write(0, [1]));
    }
}
