namespace EdgeNode.Screen;

/// <summary>Texts of the roll call.</summary>
internal static class RollSayings
{
    public static readonly Saying[] All =
    [
        new("page.roll", "Appel", "Naamafroeping", "Roll call"),
        new("page.rollKey", "Touche R : appel", "Toets R: naamafroeping", "Key R: roll call"),
        new("heading.roll", "Qui est présent ?", "Wie is er?", "Who is in?"),
        new("roll.sure", "{0} entrés par badge, dont {1} vus à une porte dans la dernière heure ; {2} bureaux occupés. Sont présentes de {3} à {4} personnes.",
            "{0} met badge binnengekomen, van wie {1} het laatste uur aan een deur gezien; {2} bureaus in gebruik. Er zijn {3} tot {4} mensen binnen.",
            "{0} tapped in, {1} of them seen at a door in the last hour; {2} desks in use. {3} to {4} people are in."),
        new("roll.nowhere", "Zone inconnue", "Zone onbekend", "Zone not known"),
        new("roll.nobody", "Personne n’est entré par badge.", "Niemand kwam met een badge binnen.", "Nobody has tapped in."),
        new("roll.alarm", "ALARME INCENDIE depuis {0}. La liste est figée : aucun nom n’en est retiré.", "BRANDALARM sinds {0}. De lijst staat vast: niemand valt eraf.", "FIRE ALARM since {0}. The list is frozen: nobody falls off it."),
        new("roll.drill", "EXERCICE depuis {0}. La liste est figée.", "OEFENING sinds {0}. De lijst staat vast.", "DRILL since {0}. The list is frozen."),
        new("roll.missing", "{0} sur {1} manquent encore", "{0} van {1} ontbreken nog", "{0} of {1} still missing"),
        new("roll.csv", "Télécharger (CSV)", "Downloaden (CSV)", "Download (CSV)"),
        new("roll.print", "Imprimer", "Afdrukken", "Print"),
        new("roll.begin", "Commencer un exercice", "Een oefening beginnen", "Begin a drill"),
        new("roll.end", "Terminer l’exercice", "De oefening beëindigen", "End the drill"),
        new("roll.safe", "En sécurité", "Veilig", "Safe"),
        new("roll.found", "En sécurité à {0}, annuler", "Veilig om {0}, ongedaan maken", "Safe at {0}, take back"),
        new("roll.unnamed", "Nom inconnu", "Naam onbekend", "Name not known"),
        new("roll.reference", "référence {0}", "referentie {0}", "reference {0}"),
        new("roll.seen", "vu à {0}", "gezien om {0}", "seen at {0}"),
        new("roll.left", "sorti à {0}", "naar buiten om {0}", "went out at {0}"),
        new("roll.name", "Nom", "Naam", "Name"),
        new("roll.keep", "Enregistrer le nom", "Naam bewaren", "Keep the name"),
        new("roll.column.name", "Nom", "Naam", "Name"),
        new("roll.column.reference", "Référence", "Referentie", "Reference"),
        new("roll.column.zone", "Zone", "Zone", "Zone"),
        new("roll.column.seen", "Vu en dernier", "Laatst gezien", "Last seen"),
        new("roll.column.seat", "Place", "Plaats", "Seat"),
        new("roll.column.safe", "En sécurité", "Veilig", "Safe"),
    ];
}
