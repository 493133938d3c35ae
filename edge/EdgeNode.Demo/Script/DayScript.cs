using EdgeNode.Core;

namespace EdgeNode.Demo;

/// <summary>Plays one day in a building: staff, the planned stays, and what goes wrong on an ordinary day.</summary>
internal sealed class DayScript(IBuilding building, int seed, DateOnly day, Func<TimeOnly, TimeSpan> until)
{
    private readonly Random _dice = DayPlan.Dice(seed + 1, day);

    /// <summary>Schedules everything of the day that is still to come.</summary>
    public void Play()
    {
        foreach (var stay in DayPlan.Stays(seed, day))
        {
            Play(stay);
        }

        if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
        {
            PlayStaff();
        }

        PlayMishaps();
    }

    private void Play(PlannedStay stay)
    {
        if (stay.Arrival is not { } arrival)
        {
            return;
        }

        var visit = new Visit(building, stay.Person);
        var isDesk = stay.Resource.Value.StartsWith('d');
        Arrive(visit, stay.Resource, isDesk, arrival);
        if (arrival < stay.Start.AddMinutes(-15))
        {
            // Refused as too early; comes again when the reader said.
            Arrive(visit, stay.Resource, isDesk, stay.Start.AddMinutes(-14));
        }

        At(stay.Departure, () => Depart(visit, stay, isDesk));
    }

    private void Arrive(Visit visit, ResourceId resource, bool isDesk, TimeOnly when) => At(when, () =>
    {
        if (isDesk)
        {
            visit.GoToDesk(resource);
        }
        else
        {
            visit.GoToRoom();
        }
    });

    private static void Depart(Visit visit, PlannedStay stay, bool isDesk)
    {
        if (isDesk)
        {
            visit.LeaveDesk(stay.Resource, stay.ExitByCard);
        }
        else
        {
            visit.LeaveBuilding(stay.ExitByCard);
        }
    }

    private void PlayStaff()
    {
        foreach (var person in Population.Staff)
        {
            var visit = new Visit(building, person);
            At(new TimeOnly(7, _dice.Next(15, 55), _dice.Next(60)), () => visit.GoToOffice(new("d15")));
            At(new TimeOnly(17, _dice.Next(60)), () => visit.LeaveDesk(new("d15"), withCard: true));
        }
    }

    private void PlayMishaps()
    {
        var unknown = new Visit(building, new("nobody", HolderClass.Guest, "nowhere", Population.UnknownCard));
        At(new TimeOnly(9, _dice.Next(60), 31), () => unknown.Try("street-in", "street"));
        At(new TimeOnly(10, _dice.Next(60), 17), () => new Visit(building, Population.Expired).Try("street-in", "street"));
        var curious = new Visit(building, Population.Members[_dice.Next(4)]);
        At(new TimeOnly(11, _dice.Next(60), 43), () => curious.Try("host-in", "host"));
        var (propped, silent) = (TimeSpan.FromSeconds(_dice.Next(26, 70)), new ResourceId($"d{_dice.Next(1, 13):00}"));
        At(new TimeOnly(14, _dice.Next(60), 7), () => Prop(new("floor"), propped));
        At(new TimeOnly(13, 0), () => SilenceFor(silent, TimeSpan.FromMinutes(40)));
        if (day.DayOfWeek == DayOfWeek.Wednesday)
        {
            At(new TimeOnly(3, 12), () => Break(new("street")));
        }
    }

    private void Prop(DoorId door, TimeSpan @for)
    {
        building.PressExit(door);
        building.After(TimeSpan.FromSeconds(1), () => building.TryOpen(door));
        building.After(@for, () => building.Close(door));
    }

    private void Break(DoorId door)
    {
        building.Force(door);
        building.After(TimeSpan.FromSeconds(20), () => building.Close(door));
    }

    private void SilenceFor(ResourceId desk, TimeSpan @for)
    {
        building.Silence(desk, true);
        building.After(@for, () => building.Silence(desk, false));
    }

    private void At(TimeOnly local, Action action)
    {
        var delay = until(local);
        if (delay > TimeSpan.Zero)
        {
            building.After(delay, action);
        }
    }
}
