namespace EdgeNode.Screen;

/// <summary>Texts of the wall and its link.</summary>
internal static class WallSayings
{
    public static readonly Saying[] All =
    [
        new("page.wall", "Écran mural", "Wandscherm", "Wall"),
        new("page.mono", "Écran mural en noir et blanc", "Wandscherm in zwart-wit", "Wall in black and white"),
        new("accounts.wall", "Lien pour un écran mural", "Link voor een wandscherm", "Link for a screen on a wall"),
        new("accounts.wallHow", "Le lien montre l’occupation et les portes, aucun nom, et n’ouvre rien. Il vaut jusqu’à la suppression de son compte. Donnez un nom à l’écran.",
            "De link toont bezetting en deuren, geen namen, en opent niets. Hij geldt tot zijn account verwijderd wordt. Geef het scherm een naam.",
            "The link shows how full the site is and its doors, no names, and opens nothing. It lasts until its account is removed. Give the screen a name."),
        new("accounts.wallMake", "Créer le lien", "Link maken", "Make the link"),
        new("accounts.wallOnce", "Ouvrez cette adresse sur l’écran. Elle n’est montrée qu’une fois.", "Open dit adres op het scherm. Het wordt maar één keer getoond.", "Open this address on the screen. It is shown only once."),
        new("error.link.title", "Lien non valable", "Link niet geldig", "Link not valid"),
        new("error.link", "Ce lien a été retiré ou mal recopié. Demandez-en un nouveau à qui gère le site.", "Deze link is ingetrokken of verkeerd overgenomen. Vraag een nieuwe aan wie de site beheert.", "This link was withdrawn or copied wrongly. Ask whoever runs the site for a new one."),
        new("error.taken.title", "Nom déjà pris", "Naam al in gebruik", "Name taken"),
        new("error.taken", "Quelqu’un se connecte avec ce nom. Donnez un autre nom à l’écran.", "Iemand meldt zich met deze naam aan. Geef het scherm een andere naam.", "Somebody signs in with that name. Give the screen another one."),
    ];
}
