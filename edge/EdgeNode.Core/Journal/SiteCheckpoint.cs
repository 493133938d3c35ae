using System.Collections.Immutable;
using System.Text.Json;

namespace EdgeNode.Core;

/// <summary>
/// Everything that a site remembers of its journal up to one record, so that a start reads only what came after. It is no truth of
/// its own: it counts only while the journal holds that record with that hash, and can always be made again.
/// </summary>
/// <param name="V">Version of this form.</param>
/// <param name="Epoch">Epoch of the journal.</param>
/// <param name="Sequence">The last record that it covers.</param>
/// <param name="Head">Hash of that record, lower-case hex.</param>
/// <param name="Last">Latest wall time among the records.</param>
/// <param name="OpenDay">The local day that is open.</param>
/// <param name="LastSession">Number of the last usage session opened.</param>
/// <param name="Sessions">Usage sessions in progress.</param>
/// <param name="CheckedIn">Bookings with evidence of arrival.</param>
/// <param name="Released">Bookings released as no-show.</param>
/// <param name="Doors">Doors that do not simply stand locked.</param>
/// <param name="Closed">Sequence of the last record that closed a day; 0 = none.</param>
/// <param name="Unsealed">Closed days that the site has not signed yet.</param>
public sealed record SiteCheckpoint(
    int V,
    string Epoch,
    long Sequence,
    string Head,
    DateTimeOffset Last,
    DateOnly? OpenDay,
    long LastSession,
    ImmutableArray<OpenSession> Sessions,
    ImmutableArray<Slot> CheckedIn,
    ImmutableArray<Slot> Released,
    ImmutableArray<DoorStanding> Doors,
    long Closed,
    ImmutableArray<ClosedDay> Unsealed)
{
    /// <summary>The version that this program writes and reads.</summary>
    public const int CurrentVersion = 3;

    /// <summary>Seats that the site gave by itself.</summary>
    public ImmutableArray<SeatHold> Holds { get; init; } = [];

    /// <summary>Who was seen to come in and not to go out.</summary>
    public ImmutableArray<Visit> Inside { get; init; } = [];

    /// <summary>How often somebody went out by the button.</summary>
    public int LeftUnseen { get; init; }

    /// <summary>How often a second person may have come in.</summary>
    public int CameUnseen { get; init; }

    /// <summary>Where holders were last seen to go.</summary>
    public ImmutableArray<KeyValuePair<HolderRef, Whereabouts>> Whereabouts { get; init; } = [];

    /// <summary>Wrong PINs by holder.</summary>
    public ImmutableArray<KeyValuePair<HolderRef, PinTries>> PinTries { get; init; } = [];

    /// <summary>How many were let in by a code of the day, ever.</summary>
    public long OutageGuests { get; init; }

    /// <summary>Loan badges that are not back.</summary>
    public ImmutableArray<KeyValuePair<LoanBadgeId, Loan>> Loans { get; init; } = [];

    /// <summary>Minutes of prepaid usage by day and holder.</summary>
    public ImmutableArray<PrepaidUse> PrepaidUse { get; init; } = [];

    /// <summary>Day passes that were used.</summary>
    public ImmutableArray<DayPassUse> DayPasses { get; init; } = [];

    /// <summary>The evacuation in force.</summary>
    public Evacuation? Evacuation { get; init; }

    /// <summary>Sequences that no record has, oldest first.</summary>
    public ImmutableArray<JournalGap> Gaps { get; init; } = [];

    /// <summary>Its bytes, UTF-8 JSON.</summary>
    public byte[] Encode() => JsonSerializer.SerializeToUtf8Bytes(this, JournalJson.Default.SiteCheckpoint);

    /// <summary>Reads one; null when the bytes are none of this version.</summary>
    public static SiteCheckpoint? TryDecode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, JournalJson.Default.SiteCheckpoint) is { V: CurrentVersion, Head: not null } read ? read : null;
        }
        catch (JsonException)
        {
            // An older or newer program's: everything is read from the journal again.
            return null;
        }
    }
}
