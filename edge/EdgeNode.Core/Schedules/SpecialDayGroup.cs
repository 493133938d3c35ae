using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Days with hours of their own (ONVIF Schedule 19.12, SpecialDayGroup). Closed set.</summary>
public abstract record SpecialDayGroup
{
    private SpecialDayGroup()
    {
    }

    /// <summary>Whether a local date belongs to it.</summary>
    public abstract bool Has(DateOnly date);

    /// <summary>Days that the network or the site lists.</summary>
    public sealed record Listed(ImmutableArray<Recurrence> Days) : SpecialDayGroup
    {
        /// <inheritdoc/>
        public override bool Has(DateOnly date) => Days.Any(days => days.Has(date));
    }

    /// <summary>The ten public holidays of Belgium.</summary>
    public sealed record Belgium : SpecialDayGroup
    {
        /// <inheritdoc/>
        public override bool Has(DateOnly date) => BelgianHolidays.Has(date);
    }
}
