using Microsoft.Data.Sqlite;

namespace EdgeNode.Bench;

/// <summary>What one writes in an afternoon: a query for card and booking, a row for the record, WAL and synchronous FULL, each tap by itself.</summary>
internal sealed class SqliteSubject : IAsyncDisposable
{
    private readonly SqliteConnection _database;
    private readonly SqliteCommand _find;
    private readonly SqliteCommand _record;
    private PeerLine? _line;

    private SqliteSubject(string folder, int people)
    {
        _database = new($"Data Source={Path.Combine(folder, "peer.db")};Pooling=False");
        _database.Open();
        Command("""
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
            CREATE TABLE card (id TEXT PRIMARY KEY, holder TEXT NOT NULL);
            CREATE TABLE booking (id TEXT PRIMARY KEY, holder TEXT NOT NULL, starts INTEGER NOT NULL, ends INTEGER NOT NULL);
            CREATE INDEX by_holder ON booking (holder, starts);
            CREATE TABLE record (number INTEGER PRIMARY KEY, at INTEGER NOT NULL, door TEXT NOT NULL, card TEXT NOT NULL, booking TEXT);
            """).ExecuteNonQuery();
        Fill(people);
        _find = Command("SELECT booking.id FROM card JOIN booking ON booking.holder = card.holder WHERE card.id = $card AND starts <= $now AND ends > $now LIMIT 1", "$card", "$now");
        _record = Command("INSERT INTO record (at, door, card, booking) VALUES ($at, $door, $card, $booking)", "$at", "$door", "$card", "$booking");
    }

    public static async Task<IAsyncDisposable> OpenAsync(int port, int people, string folder)
    {
        var subject = new SqliteSubject(folder, people);
        subject._line = await PeerLine.AnswerAsync(port, subject.Decide);
        return subject;
    }

    public async ValueTask DisposeAsync()
    {
        await _line!.DisposeAsync();
        _find.Dispose();
        _record.Dispose();
        _database.Dispose();
    }

    private bool Decide(string door, string card)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        (_find.Parameters[0].Value, _find.Parameters[1].Value) = (card, now);
        var booking = _find.ExecuteScalar() as string;
        (_record.Parameters[0].Value, _record.Parameters[1].Value) = (now, door);
        (_record.Parameters[2].Value, _record.Parameters[3].Value) = (card, (object?)booking ?? DBNull.Value);
        _record.ExecuteNonQuery();
        return booking is not null;
    }

    private SqliteCommand Command(string text, params string[] parameters)
    {
        var command = _database.CreateCommand();
        command.CommandText = text;
        Array.ForEach(parameters, name => command.Parameters.Add(new SqliteParameter { ParameterName = name }));
        return command;
    }

    private void Fill(int people)
    {
        using var transaction = _database.BeginTransaction();
        using var card = Command("INSERT INTO card (id, holder) VALUES ($id, $holder)", "$id", "$holder");
        using var booking = Command("INSERT INTO booking (id, holder, starts, ends) VALUES ($id, $holder, $starts, $ends)", "$id", "$holder", "$starts", "$ends");
        for (var number = 0; number < people; number++)
        {
            (card.Parameters[0].Value, card.Parameters[1].Value) = (PeerPeople.Card(number), PeerPeople.Holder(number));
            card.ExecuteNonQuery();
            (booking.Parameters[0].Value, booking.Parameters[1].Value) = (PeerPeople.Booking(number), PeerPeople.Holder(number));
            (booking.Parameters[2].Value, booking.Parameters[3].Value) = (PeerPeople.From.ToUnixTimeMilliseconds(), PeerPeople.To.ToUnixTimeMilliseconds());
            booking.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
