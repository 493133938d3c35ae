using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>An address of the screen, and the right that it takes.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Pattern">Its path.</param>
/// <param name="Asks">The right; null = anybody may.</param>
/// <param name="Answer">What it does.</param>
internal sealed record Endpoint(string Method, string Pattern, Right? Asks, Func<ScreenRequest, IResult> Answer)
{
    /// <summary>Whether its answer may hold forms, which need a token.</summary>
    public bool IsPage { get; init; } = true;

    public static Endpoint Get(string pattern, Right? asks, Func<ScreenRequest, IResult> answer) => new(HttpMethods.Get, pattern, asks, answer);

    public static Endpoint Post(string pattern, Right? asks, Func<ScreenRequest, IResult> answer) => new(HttpMethods.Post, pattern, asks, answer);
}
