using LiteDB;

namespace EdgeNode.Store;

/// <summary>How far the picture has followed the journal, and what it must then hold; written in the same transaction as that.</summary>
/// <param name="Epoch">Epoch of the journal.</param>
/// <param name="Through">Last sequence applied; 0 = none.</param>
/// <param name="Head">Hash of that record.</param>
/// <param name="Closed">Sequence of the record that closed the last day; 0 = none.</param>
/// <param name="Days">Closed days.</param>
/// <param name="Sessions">Sessions of closed days.</param>
/// <param name="Acknowledged">Acknowledged days.</param>
/// <param name="Restored">The last record that says that the journal was put back from a copy; 0 = none.</param>
internal sealed record PictureState(string Epoch, long Through, string Head, long Closed, long Days, long Sessions, long Acknowledged, long Restored)
{
    private const string Id = "state";

    /// <summary>The state kept among the settings; null in a picture that has just been made.</summary>
    public static PictureState? Read(SealedCollection settings) => settings.Find(Id) is not { } found ? null : new(
        found["epoch"].AsString,
        found["through"].AsInt64,
        found["head"].AsString,
        found["closed"].AsInt64,
        found["days"].AsInt64,
        found["sessions"].AsInt64,
        found["acknowledged"].AsInt64,
        found["restored"].AsInt64);

    /// <summary>Keeps the state among the settings.</summary>
    public void Write(SealedCollection settings) => settings.Put(new BsonDocument
    {
        ["_id"] = Id,
        ["epoch"] = Epoch,
        ["through"] = Through,
        ["head"] = Head,
        ["closed"] = Closed,
        ["days"] = Days,
        ["sessions"] = Sessions,
        ["acknowledged"] = Acknowledged,
        ["restored"] = Restored,
    });
}
