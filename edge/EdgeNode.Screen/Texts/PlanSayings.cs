namespace EdgeNode.Screen;

/// <summary>Texts of the plan and of its table.</summary>
internal static class PlanSayings
{
    public static readonly Saying[] All =
    [
        new("page.plan", "Plan", "Plattegrond", "Plan"),
        new("heading.plan", "Plan du site", "Plattegrond van de site", "Plan of the site"),
        new("heading.places", "Le même, en tableau", "Hetzelfde, als tabel", "The same as a table"),
        new("plan.drawn", "Plan des bureaux, salles et portes ; le tableau qui suit dit la même chose.", "Plattegrond van bureaus, zalen en deuren; de tabel hierna zegt hetzelfde.", "Plan of desks, rooms and doors; the table after it says the same."),
        new("plan.unfit", "Le fichier du plan ne peut pas être dessiné ; voici une grille. Sur le nœud, « edgenode plan check » dit pourquoi.",
            "Het bestand van de plattegrond kan niet getekend worden; hier is een raster. Op de node zegt “edgenode plan check” waarom.",
            "The plan’s file cannot be drawn; here is a grid. On the node, “edgenode plan check” says why."),
        new("plan.place", "Lieu", "Plaats", "Place"),
        new("plan.state", "État", "Toestand", "State"),
        new("plan.Desk", "bureau", "bureau", "desk"),
        new("plan.Room", "salle", "zaal", "room"),
        new("plan.Door", "porte", "deur", "door"),
    ];
}
