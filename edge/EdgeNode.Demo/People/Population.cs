using System.Collections.Immutable;
using EdgeNode.Core;

namespace EdgeNode.Demo;

/// <summary>Who comes to the demo site: the host's staff, members of this and other homes, and guests.</summary>
public static class Population
{
    /// <summary>A site of the network that is only a home of members here.</summary>
    public static readonly ImmutableArray<string> OtherHomes = ["ghent-docks", "liege-meuse", "namur-gare"];

    /// <summary>The site that the demo runs.</summary>
    public const string HomeSite = "brussels-canal";

    /// <summary>A card that no one has registered.</summary>
    public static readonly DemoCard UnknownCard = new(201, 65001);

    /// <summary>Everybody, in a fixed order.</summary>
    public static readonly ImmutableArray<Person> All =
    [
        .. Enumerable.Range(1, 4).Select(number => new Person($"staff-{number:00}", HolderClass.Staff, HomeSite, new(10, (ushort)(100 + number)))),
        .. Enumerable.Range(1, 12).Select(Member),
        .. Enumerable.Range(1, 4).Select(number => new Person($"guest-{number:00}", HolderClass.Guest, HomeSite, new(30, (ushort)(300 + number)))),
        new Person("visitor-01", HolderClass.Guest, HomeSite, new(30, 399)),
        new Person("member-99", HolderClass.Member, OtherHomes[0], new(20, 299), ExpiresBeforeDay: true),
    ];

    /// <summary>The host's staff.</summary>
    public static ImmutableArray<Person> Staff { get; } = [.. All.Where(person => person.Class == HolderClass.Staff)];

    /// <summary>Members whose cards are valid.</summary>
    public static ImmutableArray<Person> Members { get; } = [.. All.Where(person => person is { Class: HolderClass.Member, ExpiresBeforeDay: false })];

    /// <summary>Guests of the script.</summary>
    public static ImmutableArray<Person> Guests { get; } = [.. All.Where(person => person.Class == HolderClass.Guest && person != Early)];

    /// <summary>A guest outside the script, who comes hours before the booking.</summary>
    public static Person Early => All[^2];

    /// <summary>The member whose card has expired.</summary>
    public static Person Expired { get; } = All[^1];

    private static Person Member(int number) =>
        new($"member-{number:00}", HolderClass.Member, number % 4 == 0 ? HomeSite : OtherHomes[number % OtherHomes.Length], new(20, (ushort)(200 + number)));
}
