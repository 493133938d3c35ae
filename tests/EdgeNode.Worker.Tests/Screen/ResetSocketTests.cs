using System.Net.Sockets;
using System.Security.Cryptography;
using EdgeNode.Screen;
using EdgeNode.Store;

namespace EdgeNode.Worker.Tests;

public sealed class ResetSocketTests : IDisposable
{
    private const string Password = "a long enough one";
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("edgenode-reset-").FullName, "screen");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public async Task A_forgotten_password_is_set_anew_by_a_code_from_the_running_service_that_only_its_user_can_reach()
    {
        var accounts = Open();
        accounts.Accept(accounts.FirstRunCode!, "Reception", Password, "a");
        await using var socket = ResetSocket.Open(_folder, accounts);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "reset.socket")));
        Assert.Null(ResetSocket.Ask(_folder, "Nobody"));
        var code = ResetSocket.Ask(_folder, "reception");
        Assert.Equal(Refusal.None, accounts.Accept(code!, "", "another long one", "b").Refusal);
        Assert.Equal(Refusal.Wrong, accounts.Enter("Reception", Password, "c").Refusal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder, "accounts")));
    }

    [Fact]
    public async Task A_socket_that_a_killed_service_left_is_taken_over_and_without_a_service_asking_fails()
    {
        await (ResetSocket.Open(_folder, Open())?.DisposeAsync() ?? ValueTask.CompletedTask);
        Assert.Throws<SocketException>(() => ResetSocket.Ask(_folder, "Nobody"));
        await using var again = ResetSocket.Open(_folder, Open());
        Assert.Null(ResetSocket.Ask(_folder, "Nobody"));
    }

    [Fact]
    public async Task A_disk_that_takes_no_socket_keeps_no_node_from_starting()
    {
        File.WriteAllText(_folder, "in the way");
        await using var none = ResetSocket.Open(_folder, new(new Nothing(), TimeProvider.System, RandomNumberGenerator.Fill));
        Assert.Null(none);
    }

    [Fact]
    public async Task A_disk_that_keeps_no_code_is_told_to_whoever_asks()
    {
        var memory = new Filled();
        var accounts = new Accounts(memory, TimeProvider.System, RandomNumberGenerator.Fill);
        accounts.Accept(accounts.FirstRunCode!, "Reception", Password, "a");
        memory.Refuses = true;
        await using var socket = ResetSocket.Open(_folder, accounts);
        Assert.Contains("replace the card", Assert.Throws<IOException>(() => ResetSocket.Ask(_folder, "Reception")).Message, StringComparison.Ordinal);
        Assert.Null(ResetSocket.Ask(_folder, "Nobody"));
    }

    [Fact]
    public async Task A_folder_whose_name_is_longer_than_a_sockets_keeps_no_node_from_starting()
    {
        await using var none = ResetSocket.Open(Path.Combine(_folder, new string('x', 120)), Open());
        Assert.Null(none);
    }

    private Accounts Open() => new(new ScreenMemory(new DocumentFolder(_folder)), TimeProvider.System, RandomNumberGenerator.Fill);

    private sealed class Filled : IScreenMemory
    {
        public bool Refuses { get; set; }

        public byte[]? Read(string name) => null;

        public void Write(string name, ReadOnlySpan<byte> document)
        {
            if (Refuses)
            {
                throw new IOException("No space left on device");
            }
        }
    }

    private sealed class Nothing : IScreenMemory
    {
        public byte[]? Read(string name) => null;

        public void Write(string name, ReadOnlySpan<byte> document) => throw new IOException("The disk refuses.");
    }
}
