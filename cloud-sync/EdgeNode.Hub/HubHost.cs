using EdgeNode.Contracts;
using EdgeNode.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace EdgeNode.Hub;

/// <summary>A hub put together: database, directory, post office, link and, where wanted, the API.</summary>
public sealed class HubHost : IAsyncDisposable
{
    private readonly HubOptions _options;
    private readonly HubDatabase _database;
    private readonly SigningKey _key;
    private readonly HubPostOffice _post;
    private readonly CertificateDesk? _certificates;
    private readonly HubLink _link;
    private WebApplication? _api;

    private HubHost(HubOptions options, TimeProvider businessTime, ILoggerFactory logs)
    {
        _options = options;
        _database = HubDatabase.Open(options.Database);
        _key = new(options.SigningSeed);
        Directory = new(_database, new IdentifierKey(options.IdentifierKey));
        Totals = new(_database);
        Fleet = new(_database, businessTime);
        _certificates = options.Authority is { } authority ? new(new(authority.CertificatePem, authority.KeyPem, TimeProvider.System), _key) : null;
        Commands = new(_database, _key, TimeProvider.System);
        Ledger = new(_database);
        Plans = new(_database, businessTime);
        var alerts = new HubAlerts(businessTime);
        _post = new(
            _database, alerts, new(alerts, businessTime), new(alerts, new(alerts)), new(businessTime), new(_key, businessTime), _certificates);
        _link = new(options, _post, TimeProvider.System, logs.CreateLogger<HubLink>());
    }

    /// <summary>Sites, members, cards, bookings.</summary>
    public HubDirectory Directory { get; }

    internal HubDatabase Database => _database;

    /// <summary>Usage totals.</summary>
    public UsageTotals Totals { get; }

    /// <summary>All sites at a glance.</summary>
    public FleetView Fleet { get; }

    /// <summary>Who owes whom.</summary>
    public Ledger Ledger { get; }

    /// <summary>Plans and prepaid hours.</summary>
    public Plans Plans { get; }

    /// <summary>What the network asks sites to do at once.</summary>
    public CommandDesk Commands { get; }

    /// <summary>Public half of the network's key, lower-case hex: every site's configuration names it.</summary>
    public string PublicKey => _key.PublicHex;

    /// <summary>Opens the database; nothing is connected yet, so that a new network can be entered first.</summary>
    /// <param name="options">What with.</param>
    /// <param name="businessTime">The clock of bookings; the system's, but in a simulated world.</param>
    /// <param name="logs">Where logs go.</param>
    public static HubHost Open(HubOptions options, TimeProvider businessTime, ILoggerFactory logs) => new(options, businessTime, logs);

    /// <summary>Opens the database and begins.</summary>
    public static async Task<HubHost> StartAsync(HubOptions options, TimeProvider businessTime, ILoggerFactory logs)
    {
        var hub = Open(options, businessTime, logs);
        await hub.BeginAsync();
        return hub;
    }

    /// <summary>Begins to connect, and serves the API where one is wanted.</summary>
    public async Task BeginAsync()
    {
        _link.Start();
        if (_options.Listen is not null)
        {
            _api = HubApi.Build(this, _options);
            await _api.StartAsync();
        }
    }

    /// <summary>Sends a site its policy where something has changed; returns the version that it should have.</summary>
    public async Task<long> PublishAsync(string site)
    {
        var (version, letters) = _post.Publish(site);
        await _link.SendAsync(letters);
        return version;
    }

    /// <summary>Asks a site to release a door once; returns the command's id.</summary>
    public async Task<string> UnlockAsync(string site, string door, string reason)
    {
        var (id, letter) = Commands.Unlock(site, door, reason);
        await _link.SendAsync([letter]);
        return id;
    }

    /// <summary>Sends every site its policy where something has changed.</summary>
    public async Task PublishAsync()
    {
        foreach (var site in Directory.Sites())
        {
            await PublishAsync(site);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_api is { } api)
        {
            await api.DisposeAsync();
        }

        await _link.DisposeAsync();
        _database.Dispose();
        _certificates?.Dispose();
        _key.Dispose();
    }
}
