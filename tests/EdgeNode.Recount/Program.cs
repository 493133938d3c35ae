using System.Text.Json;

// A second opinion on usage: reads journal lines (JSON, one per line) and adds up home by home, without a line of the product.
// Only sessions that ended before a DayClosed record count: the open day has not been reported yet.
var totals = new SortedDictionary<string, (long Sessions, long Minutes)>(StringComparer.Ordinal);
var pending = new List<(string Home, long Minutes)>();
while (Console.ReadLine() is { } line)
{
    using var record = JsonDocument.Parse(line);
    var fact = record.RootElement.GetProperty("fact");
    switch (fact.GetProperty("kind").GetString())
    {
        case "SessionClosed":
            var start = fact.GetProperty("start").GetDateTimeOffset();
            var end = fact.GetProperty("end").GetDateTimeOffset();
            var seconds = (end - start).TotalSeconds;
            var minutes = (long)(seconds / 60);
            pending.Add((fact.GetProperty("home").GetString()!, seconds > minutes * 60 ? minutes + 1 : minutes));
            break;
        case "DayClosed":
            foreach (var (home, length) in pending)
            {
                var (count, sum) = totals.GetValueOrDefault(home);
                totals[home] = (count + 1, sum + length);
            }

            pending.Clear();
            break;
    }
}

foreach (var (home, (sessions, sum)) in totals)
{
    Console.WriteLine(FormattableString.Invariant($"{home} {sessions} {sum}"));
}
