using System.Collections.Immutable;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>What the sections have read so far; it becomes a <see cref="SiteConfiguration"/> when no mistake was found.</summary>
internal sealed class SiteDraft
{
    private const string Always = "always";

    public NameTable AreaNames { get; } = new("area", AreaId.Outside.Value);

    public NameTable DoorNames { get; } = new("door");

    public NameTable AccessPointNames { get; } = new("reader");

    public NameTable ConverterNames { get; } = new("converter");

    public NameTable ResourceNames { get; } = new("desk or room");

    public NameTable SpecialDayNames { get; } = new("group of special days", BelgianHolidays.GroupName);

    public NameTable ScheduleNames { get; } = new("schedule", Always);

    public Dictionary<string, Schedule> Schedules { get; } = new(StringComparer.Ordinal) { [Always] = Schedule.Always };

    public ImmutableArray<Area> Areas { get; set; } = [];

    public ImmutableArray<Door> Doors { get; set; } = [];

    public List<AccessPoint> AccessPoints { get; } = [];

    public List<ReaderSettings> Readers { get; } = [];

    public List<StrikeSettings> Strikes { get; } = [];

    public List<ContactSettings> Contacts { get; } = [];

    public List<ExitButtonSettings> ExitButtons { get; } = [];

    public List<ConverterSettings> Converters { get; } = [];

    public List<SupervisedInputSettings> SupervisedInputs { get; } = [];

    public List<TamperSettings> Tampers { get; } = [];

    public List<DeskSensorSettings> DeskSensors { get; } = [];

    /// <summary>Whether an area is the host's own.</summary>
    public bool IsPrivate(string area) => Areas.Any(found => found.Id.Value == area && found.HostPrivate);
}
