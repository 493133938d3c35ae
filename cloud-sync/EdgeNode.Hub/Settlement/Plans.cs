using System.Globalization;
using EdgeNode.Contracts;

namespace EdgeNode.Hub;

/// <summary>Plans of members and prepaid hours of employers.</summary>
public sealed class Plans(HubDatabase database, TimeProvider time)
{
    private static readonly EntryKind[] Kinds = [EntryKind.Use, EntryKind.Prepaid, EntryKind.Flat, EntryKind.Day];

    /// <summary>Enters a plan, or changes one that has not begun.</summary>
    /// <exception cref="DirectoryException">It is no plan, or its month is closed.</exception>
    public void Put(MemberPlan plan)
    {
        Require(DateOnly.TryParseExact(plan.Since, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), $"the month is '{plan.Since}'; write it as 2026-11");
        Require(Kinds.Contains(plan.Kind), $"the kind is {plan.Kind}; it must be one of {string.Join(", ", Kinds)}");
        Require(plan.Fee >= 0, $"the fee is {plan.Fee} cents; it must be 0 or more");
        Require(plan.Kind != EntryKind.Prepaid || plan.Employer is not null, "prepaid hours need the employer who pays them");
        database.Transact(to =>
        {
            to.Hold(Ledger.Months, shared: true);
            Require(!Ledger.IsClosed(to, plan.Since), $"the month {plan.Since} is closed; begin the plan in an open one");
            Require(to.One("SELECT 1 FROM holder WHERE ref = $1", plan.Holder) is not null, "the holder is unknown; enter the member first");
            Require(plan.Employer is null || to.One("SELECT 1 FROM employer WHERE id = $1", plan.Employer) is not null, $"the employer '{plan.Employer}' is unknown; enter it first");
            return to.Run(
                """
                INSERT INTO plan (holder, since, kind, fee, employer, cost_centre) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (holder, since) DO UPDATE SET kind = $3, fee = $4, employer = $5, cost_centre = $6
                """,
                plan.Holder, plan.Since, $"{plan.Kind}", plan.Fee, plan.Employer, plan.CostCentre);
        });
    }

    /// <summary>Enters an employer, or changes its offline rule.</summary>
    /// <param name="id">The employer.</param>
    /// <param name="name">Name for people.</param>
    /// <param name="debtMinutes">How far its prepaid hours may be overdrawn, in minutes; 0 = not at all.</param>
    public void PutEmployer(string id, string name, long debtMinutes)
    {
        Require(debtMinutes >= 0, $"the debt is {debtMinutes} min; it must be 0 or more");
        database.Transact(to => to.Run(
            "INSERT INTO employer (id, name, debt_minutes) VALUES ($1, $2, $3) ON CONFLICT (id) DO UPDATE SET name = $2, debt_minutes = $3", id, name, debtMinutes));
    }

    /// <summary>Adds prepaid hours; the same id counts once.</summary>
    public void Buy(string id, string employer, long minutes) => database.Transact(to => to.Run(
        "INSERT INTO prepaid (id, employer, minutes, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        id, employer, minutes, time.GetUtcNow().ToUnixTimeMilliseconds()));

    /// <summary>Minutes left of an employer's prepaid hours, at all sites; negative = overdrawn while sites were offline.</summary>
    public long Left(string employer) => database.Transact(from => Left(from, employer));

    /// <summary>What is left of the hours of every employer whose people use them now, for the sites: they refuse by it.</summary>
    internal static List<PolicyPrepaid> Prepaid(HubTransaction from, IEnumerable<MemberPlan> plans)
    {
        var used = plans.Where(plan => plan.Kind == EntryKind.Prepaid).Select(plan => plan.Employer).ToHashSet();
        return
        [
            .. from.Read("SELECT id, debt_minutes FROM employer ORDER BY id", row => (Id: row.GetString(0), Debt: row.GetInt64(1)))
                .Where(employer => used.Contains(employer.Id))
                .Select(employer => new PolicyPrepaid(employer.Id, Left(from, employer.Id), employer.Debt)),
        ];
    }

    /// <summary>The plan of every member that has one, as of a month.</summary>
    internal static List<MemberPlan> InForce(HubTransaction from, string month) => from.Read(
        """
        SELECT holder, since, kind, fee, employer, cost_centre FROM plan
        WHERE since = (SELECT max(since) FROM plan AS other WHERE other.holder = plan.holder AND other.since <= $1) ORDER BY holder
        """,
        row => new MemberPlan(row.GetString(0), row.GetString(1), Enum.Parse<EntryKind>(row.GetString(2)), row.GetInt64(3), row.Text(4), row.GetString(5)),
        month);

    private static long Left(HubTransaction from, string employer)
    {
        var bought = (long)from.One("SELECT CAST(coalesce(sum(minutes), 0) AS BIGINT) FROM prepaid WHERE employer = $1", employer)!;
        var used = (long)from.One(
            """
            SELECT CAST(coalesce(sum(minutes), 0) AS BIGINT) FROM ledger WHERE employer = $1 AND (kind IN ('Prepaid', 'Correction')
            OR (kind = 'Disputed' AND EXISTS (SELECT 1 FROM ledger AS decided WHERE substr(decided.id, 1, length(ledger.id) + 12) = ledger.id || '/correction-')))
            """,
            employer)!;
        return bought - used;
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new DirectoryException(otherwise);
        }
    }
}
