using EdgeNode.Core;

namespace EdgeNode.CloudSync;

/// <summary>The usage days of the journal. May be called on any thread.</summary>
public interface IUsageBook
{
    /// <summary>Every closed day that the hub has not acknowledged.</summary>
    IReadOnlyList<DateOnly> DaysOwed();

    /// <summary>A closed day, or null when the journal has none of that date any more.</summary>
    UsageDay? Find(DateOnly day);

    /// <summary>Notes that the hub sealed a day. Done when that is durable and the day is no longer owed.</summary>
    Task Acknowledged(DateOnly day);
}
