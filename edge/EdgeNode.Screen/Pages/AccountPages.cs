using System.Collections.Immutable;
using EdgeNode.Core;
using Microsoft.AspNetCore.Http;

namespace EdgeNode.Screen;

/// <summary>Who may sign in, and as what.</summary>
internal static class AccountPages
{
    private const string Path = "/accounts";

    public static readonly Endpoint[] Endpoints =
    [
        Endpoint.Get(Path, Right.KeepAccounts, request => Show(request, new())),
        Endpoint.Post(Path, Right.KeepAccounts, Invite),
        Endpoint.Post(Path + "/role", Right.KeepAccounts, SetRole),
        Endpoint.Post(Path + "/remove", Right.KeepAccounts, Remove),
    ];

    private static IResult Show(ScreenRequest request, Markup news, int status = StatusCodes.Status200OK)
    {
        var phrases = request.Phrases;
        news.Raw("<ul class=\"cards\">");
        foreach (var account in request.Parts.Accounts.All)
        {
            news.Raw("<li>").Element("h2", null, account.Name).Form(Path + "/role", request.Sight.Token).Hidden("account", account.Ref.Value);
            Roles(news, phrases, account);
            news.Button(phrases["accounts.change"]).Raw("</form>").Form(Path + "/remove", request.Sight.Token).Hidden("account", account.Ref.Value)
                .Button(phrases["accounts.remove"], "quiet").Raw("</form></li>");
        }

        news.Raw("</ul>").Element("h2", null, phrases["accounts.new"]).Element("p", "quiet", phrases["accounts.how"]).Form(Path, request.Sight.Token)
            .Field(phrases["sign.name"], "name", "text", "off");
        Roles(news, phrases, null);
        news.Button(phrases["accounts.invite"]).Raw("</form>").Element("h2", null, phrases["accounts.wall"]).Element("p", "quiet", phrases["accounts.wallHow"])
            .Form(Path + "/wall", request.Sight.Token).Field(phrases["sign.name"], "name", "text", "off").Button(phrases["accounts.wallMake"]).Raw("</form>");
        return request.Page(Path, phrases["page.accounts"], news, status);
    }

    private static void Roles(Markup html, Phrases phrases, Account? account)
    {
        html.Choice(phrases["accounts.role"], "role", Enum.GetValues<Role>().Select(role => ($"{role}", phrases[$"role.{role}"])), account?.Role.ToString())
            .Raw("<fieldset>").Element("legend", null, phrases["accounts.given"]);
        foreach (var right in Enum.GetValues<Right>().Except([Right.SeeSite]))
        {
            html.Raw("<label class=\"tick\"><input type=\"checkbox\" name=\"given\"").Attribute("value", $"{right}")
                .Raw(account?.Given.Contains(right) == true ? " checked>" : ">").Element("span", null, phrases[$"right.{right}"]).Raw("</label>");
        }

        html.Raw("</fieldset>");
    }

    private static IResult Invite(ScreenRequest request)
    {
        var name = request.Form["name"].ToString().Trim();
        if (name.Length is 0 or > 60 || Chosen(request) is not var (role, given))
        {
            return request.Said("error.oldForm", StatusCodes.Status400BadRequest);
        }

        var code = request.Parts.Accounts.Invite(name, role, given);
        return Show(request, new Markup().Raw("<p role=\"status\" class=\"badge\">").Text(request.Phrases.Format("accounts.code", name, code)).Raw("</p>"));
    }

    private static IResult SetRole(ScreenRequest request) => Chosen(request) is not var (role, given)
        ? request.Said("error.oldForm", StatusCodes.Status400BadRequest)
        : Done(request, request.Parts.Accounts.TrySetRole(Account(request), role, given));

    private static IResult Remove(ScreenRequest request) => Done(request, request.Parts.Accounts.TryRemove(Account(request)));

    private static IResult Done(ScreenRequest request, bool done) => done
        ? Results.Redirect(Path)
        : Show(request, new Markup().Raw("<p role=\"alert\" class=\"badge warn\">").Text(request.Phrases["accounts.last"]).Raw("</p>"), StatusCodes.Status409Conflict);

    private static HolderRef Account(ScreenRequest request) => new(request.Form["account"].ToString());

    private static (Role Role, ImmutableArray<Right> Given)? Chosen(ScreenRequest request)
    {
        var given = request.Form["given"].Select(text => Closed.Read<Right>(text)).ToArray();
        return Closed.Read<Role>(request.Form["role"]) is { } role && given.All(right => right is not null) ? (role, [.. given.OfType<Right>().Distinct().Order()]) : null;
    }
}
