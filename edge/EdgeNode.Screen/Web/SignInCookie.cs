using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>The cookie of a sign-in: out of reach of scripts and of other sites.</summary>
internal static class SignInCookie
{
    /// <summary>The longest that a browser keeps a cookie (RFC 6265bis, 5.5).</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(400);

    private static readonly TimeSpan Usual = TimeSpan.FromDays(14);

    public static string? Read(HttpContext context) => context.Request.Cookies[Name(context)];

    public static void Set(HttpContext context, string cookie, TimeSpan? lasts = null) => context.Response.Cookies.Append(Name(context), cookie, Options(context, lasts ?? Usual));

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Name(context), Options(context, Usual));

    // A browser takes a __Host- cookie only from this very host, over TLS (RFC 6265bis, 4.1.3.2).
    private static string Name(HttpContext context) => context.Request.IsHttps ? "__Host-edgenode" : "edgenode";

    private static CookieOptions Options(HttpContext context, TimeSpan lasts) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = lasts,
    };
}
