namespace EdgeNode.Screen;

/// <summary>Texts of what somebody should look after.</summary>
internal static class HealthSayings
{
    public static readonly Saying[] All =
    [
        new("health.sensor.BatteryLow", "{0} : il reste {1} % dans la pile de son capteur ; changez-la.", "{0}: nog {1} % in de batterij van de sensor; vervang ze.", "{0}: {1} % is left in the battery of its sensor; change it."),
        new("health.sensor.Silent",
            "{0} : deux messages de son capteur manquent, et nul ne sait si le bureau est libre ; regardez son alimentation, son câble et sa passerelle.",
            "{0}: twee berichten van de sensor ontbreken, en niemand weet of het bureau vrij is; kijk naar de voeding, de kabel en de gateway.",
            "{0}: two reports of its sensor are missing, so nobody knows whether it is free; look at its power, its cable and its gateway."),
    ];
}
