namespace EdgeNode.Screen;

/// <summary>Texts of people and loan badges.</summary>
internal static class LoanSayings
{
    public static readonly Saying[] All =
    [
        new("page.people", "Personnes", "Mensen", "People"),
        new("heading.loans", "Badges de prêt pas encore rendus", "Leenbadges die nog niet terug zijn", "Loan badges that are not back"),
        new("heading.hand", "Prêter un badge", "Een badge uitlenen", "Hand out a loan badge"),
        new("loan.none", "Tous les badges de prêt sont rendus.", "Alle leenbadges zijn terug.", "Every loan badge is back."),
        new("loan.badge", "Badge {0}", "Badge {0}", "Badge {0}"),
        new("loan.Out", "Chez {0}, jusqu’à {1}.", "Bij {0}, tot {1}.", "With {0}, until {1}."),
        new("loan.Overdue", "Pas rendu par {0} ; c’était jusqu’à {1}. Il n’ouvre plus rien.", "Niet teruggebracht door {0}; het was tot {1}. Hij opent niets meer.", "Not given back by {0}; it was until {1}. It opens nothing any more."),
        new("loan.Lost", "Perdu par {0} ; il n’ouvre plus rien. S’il revient, reprenez-le.", "Verloren door {0}; hij opent niets meer. Komt hij terug, neem hem dan in.", "Lost by {0}; it opens nothing. If it comes back, take it back."),
        new("loan.Returned", "Rendu.", "Terug.", "Given back."),
        new("loan.forgotten", "quelqu’un dont le nom est effacé", "iemand van wie de naam gewist is", "somebody whose name was erased"),
        new("loan.takeBack", "Reprendre", "Innemen", "Take back"),
        new("loan.lose", "Perdu : bloquer", "Verloren: blokkeren", "Lost: block it"),
        new("loan.empty", "Aucun badge de prêt n’est libre. Le réseau en enregistre d’autres.", "Er is geen leenbadge vrij. Het netwerk registreert er andere.", "No loan badge is free. The network registers more."),
        new("loan.which", "Badge", "Badge", "Badge"),
        new("loan.whom", "À qui", "Aan wie", "To whom"),
        new("loan.booked", "{0} : {1}, dès {2}", "{0}: {1}, vanaf {2}", "{0}: {1}, from {2}"),
        new("loan.staff", "{0} : jusqu’à la fermeture", "{0}: tot sluitingstijd", "{0}: until the site closes"),
        new("loan.other", "Quelqu’un d’autre, par la référence ci-dessous", "Iemand anders, met de referentie hieronder", "Somebody else, by the reference below"),
        new("loan.reference", "Référence du membre (seulement s’il n’est pas dans la liste)", "Referentie van het lid (alleen wie niet in de lijst staat)", "Reference of the member (only if not in the list)"),
        new("loan.give", "Prêter", "Uitlenen", "Hand out"),
        new("loan.how", "Le badge ouvre ce que cette personne peut ouvrir : jusqu’à la fin de sa réservation, sinon jusqu’à la fermeture. L’accueil dit si le nœud l’a accepté.",
            "De badge opent wat die persoon mag openen: tot het einde van de boeking, anders tot sluitingstijd. Start zegt of de node het aannam.",
            "The badge opens what that person may open: until the end of the booking, else until the site closes. Home says whether the node took it."),
    ];
}
