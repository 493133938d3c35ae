using EdgeNode.Core;

namespace EdgeNode.Screen;

/// <summary>Loan badges: who has which, and the form that hands one out.</summary>
internal static class LoanRegion
{
    /// <summary>Those that are not back, the late ones first.</summary>
    public static string Render(Sight sight)
    {
        var (html, phrases) = (new Markup(), sight.Phrases);
        if (sight.Loans?.Invoke() is not { Out.IsEmpty: false } desk)
        {
            return html.Element("p", "quiet", phrases["loan.none"]).ToString();
        }

        html.Raw("<ul class=\"cards\">");
        foreach (var loan in desk.Out.OrderByDescending(loan => loan.Status == LoanStatus.Overdue))
        {
            var who = loan.Holder is { } holder ? Name(sight, holder) : phrases["loan.forgotten"];
            html.Raw("<li>").Element("h3", null, phrases.Format("loan.badge", loan.Badge.Value))
                .Element("p", loan.Status == LoanStatus.Out ? null : "badge warn", phrases.Format($"loan.{loan.Status}", who, loan.Until.ToString("ddd HH:mm", phrases.Culture)));
            if (sight.May(Right.OperateDoors))
            {
                html.Raw("<div class=\"actions\">");
                Button(html, sight, loan, LoanPages.Returned, "loan.takeBack");
                if (loan.Status != LoanStatus.Lost)
                {
                    Button(html, sight, loan, LoanPages.Lost, "loan.lose");
                }

                html.Raw("</div>");
            }

            html.Raw("</li>");
        }

        return html.Raw("</ul>").ToString();
    }

    /// <summary>The form for the next.</summary>
    public static string RenderHandOut(Sight sight)
    {
        var (html, phrases) = (new Markup(), sight.Phrases);
        if (sight.Loans?.Invoke() is not { Drawer.IsEmpty: false } desk || !sight.May(Right.OperateDoors))
        {
            return html.Element("p", "quiet", phrases["loan.empty"]).ToString();
        }

        return html.Element("p", "quiet", phrases["loan.how"]).Raw("<div class=\"narrow\">").Form(LoanPages.Give, sight.Token)
            .Choice(phrases["loan.which"], "badge", desk.Drawer.Select(badge => (badge.Value, badge.Value)))
            .Choice(phrases["loan.whom"], "taker", [.. desk.Takers.Select(taker => (Key(taker), Words(sight, taker))), ("", phrases["loan.other"])])
            .Raw("<label>").Element("span", null, phrases["loan.reference"]).Raw($"<input name=\"reference\" autocomplete=\"off\" maxlength=\"{LoanPages.LongestReference}\"></label>")
            .Button(phrases["loan.give"]).Raw("</form></div>").ToString();
    }

    /// <summary>What the form says of somebody in the list.</summary>
    public static string Key(LoanTaker taker) => $"{taker.Holder.Value} {taker.Booking?.Value}";

    private static string Words(Sight sight, LoanTaker taker) => taker.Start is { } start
        ? sight.Phrases.Format("loan.booked", Name(sight, taker.Holder), taker.Place, start.ToString("HH:mm", sight.Phrases.Culture))
        : sight.Phrases.Format("loan.staff", Name(sight, taker.Holder));

    private static string Name(Sight sight, HolderRef holder) => sight.NameOf(holder) ?? holder.Value;

    private static void Button(Markup html, Sight sight, LoanOut loan, string action, string key) => html.Form(action, sight.Token).Hidden("badge", loan.Badge.Value)
        .Raw("<button class=\"quiet\">").Text(sight.Phrases[key]).Raw("<span class=\"unseen\"> ").Text(loan.Badge.Value).Raw("</span></button></form>");
}
