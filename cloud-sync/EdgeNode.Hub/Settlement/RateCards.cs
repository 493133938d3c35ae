using System.Text.Json;
using EdgeNode.Core;

namespace EdgeNode.Hub;

/// <summary>The network's rate cards. One that has rated something stays as it is: a new price is a new card from a later date.</summary>
public sealed class RateCards(HubDatabase database)
{
    /// <summary>Enters a card.</summary>
    /// <exception cref="DirectoryException">It is no card, or another one begins on the same date or has the same id.</exception>
    public void Put(RatingCard card)
    {
        Require(!string.IsNullOrWhiteSpace(card.Id), "the card has no id; name it, for example 2027-01");
        Require(!card.Rates.IsDefaultOrEmpty, $"the card {card.Id} has no rates; write at least one");
        Require(card.Rates.All(rate => rate.CentsPerHour is >= 0 and <= 1_000_000), $"the card {card.Id} has a price below 0 or above 1000000 cents an hour; correct it");
        Require(card.Rates.All(rate => rate.Stars is null or (>= 1 and <= 3)), $"the card {card.Id} has a class that is not 1, 2 or 3 stars; correct it");
        var content = JsonSerializer.SerializeToUtf8Bytes(card, HubJson.Default.RatingCard);
        database.Transact(to =>
        {
            var others = to.Read("SELECT id, content FROM rate_card WHERE id = $1 OR valid_from = $2", row => (Id: row.GetString(0), Content: row.Bytes(1)), card.Id, $"{card.ValidFrom:yyyy-MM-dd}");
            Require(
                others.All(other => other.Id == card.Id && other.Content.AsSpan().SequenceEqual(content)),
                $"a card with the id {card.Id} or from {card.ValidFrom:yyyy-MM-dd} is entered already and keeps its prices; give the new card another id and a later date");
            return others.Count > 0 ? 0 : to.Run("INSERT INTO rate_card (id, valid_from, content) VALUES ($1, $2, $3)", card.Id, $"{card.ValidFrom:yyyy-MM-dd}", content);
        });
    }

    /// <summary>Every card, oldest first.</summary>
    internal static List<RatingCard> All(HubTransaction from) => from.Read(
        "SELECT content FROM rate_card ORDER BY valid_from", row => JsonSerializer.Deserialize(row.Bytes(0), HubJson.Default.RatingCard)!);

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new DirectoryException(otherwise);
        }
    }
}
