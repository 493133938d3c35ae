using EdgeNode.Core;
using LiteDB;
using Xunit;

namespace EdgeNode.Store.Tests;

public sealed class PictureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _reports = [];
    private Journal _journal;

    public PictureTests() => _journal = OpenJournal("journal", "epoch-1");

    private string PicturePath => _folder["picture.db"];

    public void Dispose()
    {
        _journal.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void It_knows_closed_days_their_sessions_and_what_is_owed()
    {
        using var picture = Open();
        Assert.Empty(picture.DaysOwed());
        _journal.AppendDays(0, 4);
        picture.CatchUp();
        Assert.Equal(_journal.Durable, picture.AppliedThrough);
        Assert.Equal([Days.First.AddDays(1), Days.First.AddDays(3)], picture.DaysOwed());
        var day = picture.FindDay(Days.First.AddDays(1))!;
        Assert.Equal([4, 5, 6], day.Sessions.Select(session => session.Number));
        Assert.Equal(day.Sessions, picture.SessionsOf(Days.First.AddDays(1)));
        Assert.Equal(_journal.ReadLines(day.Through).First().Hash, day.ChainHead);
        Assert.Null(day.Sessions[2].Holder);
        Assert.Null(picture.FindDay(Days.First.AddDays(4)));
        Assert.Empty(picture.SessionsOf(Days.First.AddDays(4)));
    }

    [Fact]
    public void It_remembers_and_replays_the_rest_at_opening()
    {
        _journal.AppendDays(0, 2);
        using (var picture = Open())
        {
            picture.AcknowledgedThrough = 7;
            picture.SetSetting("language", "nl");
            picture.SetPerson(new("holder-1"), "fixture");
        }

        _journal.AppendDays(2, 3);
        using var again = Open();
        Assert.Empty(_reports);
        Assert.Equal((7, "nl", "fixture"), (again.AcknowledgedThrough, again.FindSetting("language"), again.FindPerson(new("holder-1"))));
        Assert.Equal(_journal.Durable, again.AppliedThrough);
        again.RemovePerson(new("holder-1"));
        Assert.Null(again.FindPerson(new("holder-1")));
    }

    [Fact]
    public void Deleted_it_is_rebuilt_with_the_same_answers()
    {
        var before = FillAndAsk();
        File.Delete(PicturePath);
        AssertAnswers(before);
    }

    [Fact]
    public void A_day_old_it_is_brought_up_to_date_with_the_same_answers()
    {
        _journal.AppendDays(0, 5);
        Open().Dispose();
        File.Copy(PicturePath, _folder["old"]);
        _journal.AppendDays(5, 5);
        using var fresh = Open();
        var before = fresh.Answers();
        fresh.Dispose();
        File.Copy(_folder["old"], PicturePath, overwrite: true);
        AssertAnswers(before);
        Assert.Empty(_reports);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Damaged_anywhere_it_gives_the_same_answers(int seed)
    {
        var before = FillAndAsk();
        var random = new Random(seed);
        var bytes = File.ReadAllBytes(PicturePath);
        for (var flips = 0; flips < 200; flips++)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        File.WriteAllBytes(PicturePath, bytes);
        AssertAnswers(before);
        Assert.Single(_reports);
        Assert.NotEmpty(_folder.Names("picture.db.damaged-1"));
    }

    [Fact]
    public void A_changed_number_in_a_document_is_not_believed()
    {
        var before = FillAndAsk();
        using (var database = new LiteDatabase(PicturePath))
        {
            var days = database.GetCollection("days");
            var day = days.FindById(Days.First.DayNumber);
            day["through"] = day["through"].AsInt64 - 1;
            days.Update(day);
        }

        AssertAnswers(before);
        Assert.Contains("not what was written", Assert.Single(_reports), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_document_is_noticed()
    {
        var before = FillAndAsk();
        using (var database = new LiteDatabase(PicturePath))
        {
            database.GetCollection("acknowledged").Delete(Days.First.DayNumber);
        }

        AssertAnswers(before);
        Assert.Single(_reports);
    }

    [Fact]
    public void Cut_short_or_filled_with_text_it_gives_the_same_answers()
    {
        var before = FillAndAsk();
        using (var file = File.OpenWrite(PicturePath))
        {
            file.SetLength(file.Length / 2);
        }

        AssertAnswers(before);
        File.WriteAllText(PicturePath, new string('x', 20_000));
        AssertAnswers(before);
        Assert.Equal(2, _reports.Count);
        Assert.Equal(2, _folder.Names("picture.db.damaged").Length);
    }

    [Fact]
    public void Ahead_of_the_journal_or_of_another_one_it_is_rebuilt_and_names_are_carried_over()
    {
        _journal.AppendDays(0, 5);
        using (var picture = Open())
        {
            picture.SetPerson(new("holder-1"), "fixture");
            picture.AcknowledgedThrough = 20;
        }

        Replace(OpenJournal("other", "epoch-1"));
        _journal.AppendDays(0, 2);
        using (var ahead = Open())
        {
            Assert.Equal(_journal.Durable, ahead.AppliedThrough);
            Assert.Equal("fixture", ahead.FindPerson(new("holder-1")));
            Assert.Equal(0, ahead.AcknowledgedThrough);
        }

        Replace(OpenJournal("third", "epoch-3"));
        _journal.AppendDays(0, 9);
        using var foreign = Open();
        Assert.Equal(9, Enumerable.Range(0, 9).Count(day => foreign.FindDay(Days.First.AddDays(day)) is not null));
        Assert.Equal("fixture", foreign.FindPerson(new("holder-1")));
        Assert.Equal(2, _reports.Count);
    }

    [Fact]
    public void A_question_that_stumbles_over_damage_is_asked_again_of_a_rebuilt_picture()
    {
        _journal.AppendDays(0, 3);
        using var picture = Open();
        var before = picture.Answers();
        var asked = 0;
        Assert.Equal(2, picture.Ask(_ => ++asked == 1 ? throw new LiteException(0, "a page is not a page") : asked));
        Assert.Equal(before, picture.Answers());
        Assert.Contains("a page is not a page", Assert.Single(_reports), StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_refuses_while_the_node_runs_is_not_taken_for_damage()
    {
        _journal.AppendDays(0, 3);
        using var picture = Open();
        var before = picture.Answers();
        Assert.Throws<IOException>(() => picture.Ask<int>(_ => throw new IOException("No space left on device")));
        Assert.Equal(before, picture.Answers());
        Assert.Empty(_reports);
        Assert.Empty(_folder.Names("damaged"));
    }

    [Fact]
    public void What_fails_halfway_is_not_counted_as_applied()
    {
        _journal.AppendDays(0, 3);
        using var file = PictureFile.Open(PicturePath, _journal.Epoch);
        var entries = _journal.ReadHashed(1).ToList();
        Assert.Throws<InvalidOperationException>(() => file.Apply(entries, (_, _, through) => through > 6
            ? throw new InvalidOperationException()
            : new(Days.First, through, "", [])));
        Assert.Equal((0, 0), (file.State.Through, file.State.Days));
        Assert.Empty(file.DaysOwed());
    }

    [Fact]
    public void A_damaged_journal_is_not_blamed_on_the_picture()
    {
        _journal.AppendDays(0, 3);
        Replace(OpenJournal("journal", "epoch-1", afterClosing: true));
        var segment = Directory.GetFiles(_folder["journal"], "*.segment").Order().First();
        var bytes = File.ReadAllBytes(segment);
        bytes[300] ^= 1;
        File.WriteAllBytes(segment, bytes);
        Assert.Throws<JournalDamagedException>(Open);
        Assert.Empty(_reports);
    }

    private string FillAndAsk()
    {
        _journal.AppendDays(0, 12);
        using var picture = Open();
        return picture.Answers();
    }

    private void AssertAnswers(string before)
    {
        using var picture = Open();
        Assert.Equal(before, picture.Answers());
    }

    private void Replace(Journal journal)
    {
        _journal.Dispose();
        _journal = journal;
    }

    private Journal OpenJournal(string name, string epoch, bool afterClosing = false)
    {
        if (afterClosing)
        {
            _journal.Dispose();
        }

        return Journal.Open(_folder[name], Records.Options with { NewEpoch = () => epoch, SegmentBytes = 16 * 1024 }, TimeProvider.System);
    }

    private Picture Open() => Picture.Open(PicturePath, _journal, _reports.Add);
}
