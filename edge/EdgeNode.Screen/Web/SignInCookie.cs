using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>The cookie of a sign-in: out of reach of scripts and of other sites.</summary>
internal static class SignInCookie
{
    public static string? Read(HttpContext context) => context.Request.Cookies[Name(context)];

    public static void Set(HttpContext context, string cookie) => context.Response.Cookies.Append(Name(context), cookie, Options(context));

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Name(context), Options(context));

    // A browser takes a __Host- cookie only from this very host, over TLS (RFC 6265bis, 4.1.3.2).
    private static string Name(HttpContext context) => context.Request.IsHttps ? "__Host-edgenode" : "edgenode";

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = TimeSpan.FromDays(14),
    };
}
