namespace EdgeNode.Screen;

/// <summary>Texts of one person's movements.</summary>
internal static class MovementSayings
{
    public static readonly Saying[] All =
    [
        new("page.movements", "Passages", "Doorgangen", "Movements"),
        new("heading.look", "Regarder les passages d’une personne", "De doorgangen van een persoon bekijken", "Look at one person’s movements"),
        new("heading.movements", "Ce que le journal en sait", "Wat het journaal ervan weet", "What the journal knows of them"),
        new("look.how", "Le journal garde qui regarde, qui est regardé et pourquoi. Ensuite, dix minutes pour lire.", "Het journaal houdt bij wie kijkt, naar wie en waarom. Daarna hebt u tien minuten om te lezen.", "The journal keeps who looks, at whom and why. Then there are ten minutes to read."),
        new("look.whose", "De qui", "Van wie", "Whose"),
        new("look.other", "Quelqu’un d’autre, par la référence ci-dessous", "Iemand anders, met de referentie hieronder", "Somebody else, by the reference below"),
        new("look.reference", "Référence de la personne (seulement si elle n’est pas dans une liste)", "Referentie van de persoon (alleen wie niet in een lijst staat)", "Reference of the person (only if not in a list)"),
        new("look.look", "Regarder", "Bekijken", "Look"),
        new("look.none", "Rien n’est montré sans raison donnée.", "Zonder opgegeven reden wordt niets getoond.", "Nothing is shown without a reason given."),
        new("look.journalled", "Demandé à {0} ; c’est dans le journal.", "Gevraagd om {0}; het staat in het journaal.", "Asked for at {0}; it is in the journal."),
        new("look.PersonAsks", "La personne demande ce qui est gardé d’elle", "De persoon vraagt wat er van hem of haar bewaard is", "The person asks what is kept of them"),
        new("look.Incident", "Danger, dégâts ou vol", "Gevaar, schade of diefstal", "Danger, damage or theft"),
        new("look.Bill", "Facture contestée", "Betwiste factuur", "A bill is contested"),
        new("look.Fault", "Badge ou porte qui ne marche pas", "Badge of deur die niet werkt", "A badge or door that does not work"),
        new("look.Audit", "Contrôle de la gestion du site", "Controle van het beheer van de site", "A check of how the site is run"),
        new("error.person.title", "Personne inconnue", "Persoon niet bekend", "Person not known"),
        new("error.person", "Le journal ne sait rien de cette référence. Vérifiez-la, par exemple sur la facture ou l’appel.", "Het journaal weet niets van die referentie. Kijk ze na, bijvoorbeeld op de factuur of de naamafroeping.", "The journal knows nothing of that reference. Check it, for example on the bill or the roll call."),
        new("fact.MovementsSeen", "Les passages d’une personne ont été regardés.", "De doorgangen van een persoon werden bekeken.", "One person’s movements were looked at."),
    ];
}
