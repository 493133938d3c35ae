using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>In which language somebody reads: as chosen on the page, else as the browser says.</summary>
internal static class Languages
{
    public static Phrases Choose(HttpContext context)
    {
        if (context.Request.Query["lang"].ToString() is not { Length: > 0 } asked)
        {
            return Phrases.Of(context.Request.Cookies["lang"] ?? context.Request.Headers.AcceptLanguage.ToString());
        }

        var phrases = Phrases.Of(asked);
        context.Response.Cookies.Append("lang", phrases.Code, new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(365) });
        return phrases;
    }
}
