using LiteDB;

namespace EdgeNode.Bench;

/// <summary>The same with LiteDB as it comes, asked and written at each tap.</summary>
internal sealed class LiteDbSubject : IAsyncDisposable
{
    private readonly LiteDatabase _database;
    private readonly ILiteCollection<BsonDocument> _cards;
    private readonly ILiteCollection<BsonDocument> _bookings;
    private readonly ILiteCollection<BsonDocument> _records;
    private PeerLine? _line;

    private LiteDbSubject(string folder, int people)
    {
        _database = new(Path.Combine(folder, "peer.db"));
        (_cards, _bookings, _records) = (_database.GetCollection("card"), _database.GetCollection("booking"), _database.GetCollection("record"));
        _cards.InsertBulk(Enumerable.Range(0, people).Select(number => new BsonDocument { ["_id"] = PeerPeople.Card(number), ["holder"] = PeerPeople.Holder(number) }));
        _bookings.InsertBulk(Enumerable.Range(0, people).Select(number => new BsonDocument
        {
            ["_id"] = PeerPeople.Booking(number),
            ["holder"] = PeerPeople.Holder(number),
            ["starts"] = PeerPeople.From.UtcTicks,
            ["ends"] = PeerPeople.To.UtcTicks,
        }));
        _bookings.EnsureIndex("holder");
    }

    public static async Task<IAsyncDisposable> OpenAsync(int port, int people, string folder)
    {
        var subject = new LiteDbSubject(folder, people);
        subject._line = await PeerLine.AnswerAsync(port, subject.Decide);
        return subject;
    }

    public async ValueTask DisposeAsync()
    {
        await _line!.DisposeAsync();
        _database.Dispose();
    }

    private bool Decide(string door, string card)
    {
        var now = TimeProvider.System.GetUtcNow().UtcTicks;
        var booking = _cards.FindById(card) is not { } holder ? null
            : _bookings.Find(Query.EQ("holder", holder["holder"])).FirstOrDefault(found => found["starts"].AsInt64 <= now && found["ends"].AsInt64 > now);
        _records.Insert(new BsonDocument { ["at"] = now, ["door"] = door, ["card"] = card, ["booking"] = booking?["_id"] });
        return booking is not null;
    }
}
