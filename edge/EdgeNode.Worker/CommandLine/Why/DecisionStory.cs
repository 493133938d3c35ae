using System.Globalization;
using EdgeNode.Core;

namespace EdgeNode.Worker;

/// <summary>A decision told rule by rule, in words; names no badge.</summary>
internal static class DecisionStory
{
    public static void Tell(TextWriter output, SiteState state, Moment at, AccessRequest request, Decision decision)
    {
        var plan = state.Policy.Plan;
        var door = plan.FindAccessPoint(request.Presented.AccessPoint) is { } point ? plan.FindDoor(point.Door) : null;
        var local = plan.Site.TimeZone.Local(at.Wall).ToString("dddd yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
        output.WriteLine($"{local}, clock {Word(at.Trust)}; reader {request.Presented.AccessPoint} at door {door?.Id.Value ?? "?"}, which is {Word(request.Standing)}; policy {state.Policy.Version}.");
        if (HolderOf(decision) is { } holder)
        {
            Tell(output, state, holder);
        }

        foreach (var line in Rules((decision as Decision.Denied)?.All ?? []))
        {
            output.WriteLine(line);
        }

        output.WriteLine($"Outcome: {Outcome(decision)}");
    }

    /// <summary>The outcome that the journal tells.</summary>
    public static string Outcome(JournalFact fact) => fact switch
    {
        JournalFact.AccessGranted granted => $"granted, {Word(granted.Basis)}.",
        JournalFact.AccessDenied denied => $"denied, {denied.Reason}{Others(denied.All)}.",
        _ => fact.GetType().Name,
    };

    private static string Outcome(Decision decision) => decision switch
    {
        Decision.Granted granted => $"granted, {Word(granted.Basis)}{(granted.Booking is { } booking ? $" {booking.Id.Value}" : "")}.",
        Decision.NeedsPin => "the PIN is asked for; the right one opens.",
        Decision.NeedsCompanion => "another person who may enter, or an escort, must tap within 20 s; then it opens.",
        Decision.Denied denied => $"denied, {denied.Reason}{Others(denied.All)}.{(denied.OpensAt is { } at ? $" A booking opens it from {at:yyyy-MM-dd HH:mm} UTC." : "")}",
        _ => "",
    };

    // Where nobody is known there is nothing more to ask.
    private static IEnumerable<string> Rules(IReadOnlyList<DenyReason> broken) =>
        broken is [DenyReason.UnknownAccessPoint or DenyReason.ReaderPaused or DenyReason.CredentialNotFound or DenyReason.HolderNotFound]
            ? [$"  NO  {DecisionRules.All[broken[0]].Broken}", "      no further rule was asked"]
            : DecisionRules.All.Select(rule => broken.Contains(rule.Key) ? $"  NO  {rule.Value.Broken}" : $"  ok  {rule.Value.Kept}");

    private static void Tell(TextWriter output, SiteState state, CredentialHolder holder)
    {
        var profiles = holder.Profiles.IsEmpty ? "no standing right" : $"profiles {string.Join(", ", holder.Profiles)}";
        output.WriteLine($"  {holder.Ref.Value}: {Word(holder.Class)}, home {holder.Home}, {profiles}{(holder.PlanHours is { } plan ? $", plan hours {plan}" : "")}.");
        foreach (var booking in state.Policy.BookingsOf(holder.Ref))
        {
            var zone = state.Definition.TimeZone;
            var fate = state.Released.Contains(booking.Id) ? ", released" : state.CheckedIn.Contains(booking.Id) ? ", arrived" : "";
            output.WriteLine($"  booking {booking.Id.Value}: {booking.Resource}, {zone.Local(booking.Start):yyyy-MM-dd HH:mm} to {zone.Local(booking.End):yyyy-MM-dd HH:mm}{fate}.");
        }
    }

    private static CredentialHolder? HolderOf(Decision decision) => decision switch
    {
        Decision.Granted granted => granted.Holder,
        Decision.NeedsPin needs => needs.Holder,
        Decision.NeedsCompanion needs => needs.Holder,
        Decision.Denied denied => denied.Holder,
        _ => null,
    };

    private static string Others(IReadOnlyCollection<DenyReason> all) => all.Count > 1 ? $" (all reasons: {string.Join(", ", all)})" : "";

    private static string Word<T>(T value)
        where T : struct, Enum => value switch
        {
            GrantBasis.Booking => "by the booking",
            GrantBasis.AccessProfile => "by a standing right",
            GrantBasis.Exit => "on the way out",
            GrantBasis.OutageCode => "by the code of the day",
            _ => value.ToString().ToLowerInvariant(),
        };
}
