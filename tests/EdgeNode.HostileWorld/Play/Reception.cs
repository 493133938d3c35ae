using EdgeNode.Contracts;

namespace EdgeNode.HostileWorld;

/// <summary>Who books, cancels, moves and blocks at the network, and sends what has changed.</summary>
internal sealed class Reception(World world, Random dice)
{
    private static readonly string[] Resources = ["d1", "d2", "d3", "d4", "d5", "d6", "r1", "r2", "elsewhere"];
    private int _last;

    public IEnumerable<TimeSpan> Live()
    {
        while (true)
        {
            foreach (var person in Enumerable.Range(0, Population.Count).Where(Population.Books))
            {
                for (var day = 0; day < 3; day++)
                {
                    if (dice.Is(0.3))
                    {
                        Book(person, world.Clock.True.AddDays(day) + dice.Hours(2, 12), dice.Hours(0.5, 9));
                    }
                }
            }

            Send();
            for (var change = dice.Next(1, 6); change > 0; change--)
            {
                yield return dice.Hours(1, 8);
                Change();
                Send();
            }
        }
    }

    private void Change()
    {
        var bookings = world.Hub.Bookings;
        switch (dice.Next(7))
        {
            case 0 when bookings.Count > 0:
                bookings.RemoveAt(dice.Next(bookings.Count));
                break;
            case 1 when bookings.Count > 0:
                var index = dice.Next(bookings.Count);
                bookings[index] = bookings[index] with { End = bookings[index].End + 3_600_000 };
                break;
            case 2:
                world.Hub.Blocked.Add(6);
                break;
            case 3:
                world.Hub.Blocked.Clear();
                break;
            default:
                // Booked for the half hour that has already begun.
                Book(dice.Next(3, 11), world.Clock.True.AddMinutes(-dice.Next(30)), dice.Hours(0.5, 6));
                break;
        }
    }

    private void Book(int person, DateTimeOffset start, TimeSpan length)
    {
        var begins = start.ToUnixTimeMilliseconds() / 300_000 * 300_000;
        world.Hub.Bookings.Add(new PolicyBooking($"b{++_last}", $"h{person}", dice.Of(Resources), begins, begins + (((long)length.TotalMinutes + 1) * 60_000), null, [], false));
    }

    private void Send()
    {
        world.Hub.Publish(world.Clock.True);
        var packed = world.Hub.Latest;
        world.After(dice.Seconds(0.1, 4), () => Deliver(packed));
    }

    private void Deliver(PackedPolicy packed)
    {
        if (world.Connected)
        {
            world.Offer(packed);
        }
    }
}
