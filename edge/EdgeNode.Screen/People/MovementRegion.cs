namespace EdgeNode.Screen;

/// <summary>One person's movements: first why, then what.</summary>
internal static class MovementRegion
{
    public const int LongestReference = 80;

    /// <summary>The form that asks whose and why.</summary>
    public static string RenderForm(Sight sight)
    {
        var phrases = sight.Phrases;
        var html = new Markup().Element("p", "quiet", phrases["look.how"]).Raw("<div class=\"narrow\">").Form(LivePage.Movements.Path, sight.Token);
        if (sight.Roll is { Lines.IsEmpty: false } sheet)
        {
            html.Choice(phrases["look.whose"], "person", [.. sheet.Lines.Select(line => (line.Seen.Holder.Value, line.Name ?? line.Seen.Holder.Value)), ("", phrases["look.other"])]);
        }

        return html.Raw("<label>").Element("span", null, phrases["look.reference"]).Raw($"<input name=\"reference\" autocomplete=\"off\" maxlength=\"{LongestReference}\"></label>")
            .Choice(phrases["action.why"], "reason", Enum.GetValues<Core.LookReason>().Select(reason => ($"{reason}", phrases[$"look.{reason}"])))
            .Button(phrases["look.look"]).Raw("</form></div>").ToString();
    }

    /// <summary>What the look that lasts still shows.</summary>
    public static string Render(Sight sight)
    {
        var (html, phrases) = (new Markup(), sight.Phrases);
        if (sight.Looks is not { } looks || sight.Viewer is not { } viewer || Looks.Of(sight.View, viewer.Ref) is not { } look)
        {
            return html.Element("p", "quiet", phrases["look.none"]).ToString();
        }

        var holder = look.Fact.Who!.Holder;
        html.Element("h3", null, sight.NameOf(holder) ?? holder.Value).Element("p", "quiet", phrases.Format("look.journalled", look.LocalTime.ToString("HH:mm", phrases.Culture))).Raw("<ol class=\"feed\">");
        foreach (var item in looks.Movements(look))
        {
            var (text, detail, tone) = FactWords.Of(item, phrases);
            html.Raw("<li class=\"").Raw(tone).Raw("\"><time>").Text(item.LocalTime.ToString("dd/MM HH:mm", phrases.Culture)).Raw("</time><div>").Element("p", null, text);
            foreach (var line in detail)
            {
                html.Element("p", "quiet", line);
            }

            html.Raw("</div></li>");
        }

        return html.Raw("</ol>").ToString();
    }
}
