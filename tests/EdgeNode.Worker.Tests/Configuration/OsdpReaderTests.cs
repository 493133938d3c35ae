using EdgeNode.Hardware;

namespace EdgeNode.Worker.Tests;

public sealed class OsdpReaderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("edgenode-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("{ id: a, osdp: { port: /dev/ttyUSB0 } }, { id: b, osdp: { port: /dev/ttyUSB0 } }", "address 0 on /dev/ttyUSB0 is used already by reader a")]
    [InlineData("{ id: a, osdp: { port: /dev/ttyUSB0 } }, { id: b, osdp: { port: /dev/ttyUSB0, address: 1, baud: 19200 } }", "is used already by a bus at 9600")]
    [InlineData("{ id: a, osdp: { port: /dev/ttyUSB0, baud: 9601 } }", "baud is 9601; a bus runs at 9600")]
    [InlineData("{ id: a, osdp: { port: /dev/ttyUSB0, address: 127 } }", "it must be from 0 to 126")]
    [InlineData("{ id: a, osdp: { port: COM1 } }", "is no serial port")]
    [InlineData("{ id: a, osdp: { port: /dev/ttyUSB0 }, wiegand: { d0: 5, d1: 6 } }", "reader \"a\" is of more than one kind")]
    public void A_bus_that_cannot_work_is_refused_with_its_cure(string readers, string mistake)
    {
        var result = ConfigurationFixture.Read(ConfigurationFixture.With("to: floor", $"to: floor\n    readers: [{readers}]"));
        Assert.Contains(result.Errors, error => $"{error}".Contains(mistake, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_readers_share_a_bus()
    {
        const string Readers = "readers: [{ id: a, osdp: { port: /dev/ttyUSB0 } }, { id: b, osdp: { port: /dev/ttyUSB0, address: 1 } }]";
        Assert.Empty(ConfigurationFixture.Read(ConfigurationFixture.With("to: floor", $"to: floor\n    {Readers}")).Errors);
    }

    [Fact]
    public void Keys_are_kept_for_the_node_alone_and_come_back()
    {
        var files = new OsdpKeyFiles(Path.Combine(_folder, "osdp"));
        Assert.Equal(OsdpKeyRing.Empty, files.Load("street-in"));
        var ring = new OsdpKeyRing(Key(1), Key(2));
        files.Keep("street-in", OsdpKeyRing.Settle(Key(3)));
        files.Keep("street-in", ring);
        Assert.Equal(ring, files.Load("street-in"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "osdp", "street-in.key")));
    }

    [Fact]
    public void A_key_file_that_holds_something_else_is_refused_with_its_cure()
    {
        File.WriteAllText(Path.Combine(_folder, "a.key"), "30313233\n\n");
        var refusal = Assert.Throws<InvalidDataException>(() => new OsdpKeyFiles(_folder).Load("a"));
        Assert.Contains("edgenode osdp pair", refusal.Message, StringComparison.Ordinal);
    }

    private static OsdpKey Key(int generation) => OsdpKey.Derive([.. Enumerable.Range(0, 32).Select(value => (byte)value)], "street-in", generation);
}
