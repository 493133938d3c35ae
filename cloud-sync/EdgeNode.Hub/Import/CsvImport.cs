using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using EdgeNode.Core;

namespace EdgeNode.Hub;

/// <summary>Members, cards and bookings from CSV files with a header line; times are ISO 8601 with an offset.</summary>
public sealed class CsvImport(HubDirectory directory)
{
    /// <summary>Columns ref, class, home, profiles (separated by spaces), planHours, card (bits), validFrom, validTo; the last five may be empty. A validTo
    /// with a time is the end; a date alone is the last day. pin and duressPin (digits, hashed at once), pinExempt, needsEscort (true), assurance
    /// (UidOnly, Keypad or Cryptographic) and loan (what is written on a loan badge) may be there.</summary>
    public ImportResult Members(TextReader text) => Import(text, ["ref", "class", "home"], row =>
    {
        var member = new Member(row("ref")!, row("class")!, row("home")!, row("profiles")?.Split(' '), row("planHours"))
        {
            PinExempt = Yes(row, "pinExempt"),
            NeedsEscort = Yes(row, "needsEscort"),
        };
        var (pin, duress) = (Code(row, "pin"), Code(row, "duressPin"));
        if (duress is not null && pin is null)
        {
            throw new DirectoryException("duressPin stands without a pin; fill in both, or none");
        }

        var card = row("card") is { } bits ? Card(member.Ref, bits, row) : null;
        return () =>
        {
            directory.Put(member);
            if (card is not null)
            {
                directory.Put(card);
            }

            if (pin is { } usual)
            {
                directory.SetPin(member.Ref, usual, duress);
            }
        };
    });

    /// <summary>Columns id, site, holder, resource, start, end; made, guests (separated by spaces) and hostFirst (true) may be there.</summary>
    public ImportResult Bookings(TextReader text) => Import(text, ["id", "site", "holder", "resource", "start", "end"], row =>
    {
        var booking = new Reservation(
            row("id")!, row("site")!, row("holder")!, row("resource")!, Time(row, "start")!.Value, Time(row, "end")!.Value)
        {
            Made = Time(row, "made"),
            Guests = row("guests")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
            HostFirst = Yes(row, "hostFirst"),
        };
        return () => directory.Put(booking);
    });

    private static Card Card(string holder, string bits, Func<string, string?> row)
    {
        var lastDay = DateOnly.TryParseExact(row("validTo"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last);
        return new(holder, bits, Time(row, "validFrom"), lastDay ? null : Time(row, "validTo"), lastDay ? last : null) { Assurance = Surety(row), Loan = row("loan") };
    }

    private static Assurance Surety(Func<string, string?> row) => row("assurance") is not { } word ? Assurance.UidOnly
        : Enum.GetNames<Assurance>().Contains(word) ? Enum.Parse<Assurance>(word)
        : throw new DirectoryException($"assurance is '{word}'; it must be {string.Join(", ", Enum.GetNames<Assurance>())}");

    // A table that went through a spreadsheet has them in capitals.
    private static bool Yes(Func<string, string?> row, string column) => row(column)?.ToLowerInvariant() switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw new DirectoryException($"{column} is '{other}'; write true or false"),
    };

    private static PinCode? Code(Func<string, string?> row, string column) => row(column) is { } digits ? new(digits) : null;

    private static ImportResult Import(TextReader text, string[] required, Func<Func<string, string?>, Action> read)
    {
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            MissingFieldFound = null,
            BadDataFound = null,
            TrimOptions = TrimOptions.Trim,
        });
        var errors = new List<string>();
        var entries = new List<(int Line, Action Enter)>();
        if (csv.Read() && csv.ReadHeader())
        {
            while (csv.Read())
            {
                var line = csv.Parser.RawRow;
                Collect(errors, line, () => entries.Add((line, Checked(csv, required, read))));
            }
        }
        else
        {
            errors.Add($"line 1: there is no header; write {string.Join(',', required)} as the first line");
        }

        if (errors.Count == 0)
        {
            entries.ForEach(entry => Collect(errors, entry.Line, entry.Enter));
        }

        return new(errors.Count == 0 ? entries.Count : 0, errors);
    }

    private static Action Checked(CsvReader csv, string[] required, Func<Func<string, string?>, Action> read)
    {
        var missing = required.Where(column => string.IsNullOrEmpty(csv.GetField(column))).ToArray();
        return missing.Length == 0
            ? read(column => csv.TryGetField<string>(column, out var field) && !string.IsNullOrEmpty(field) ? field : null)
            : throw new DirectoryException($"{string.Join(", ", missing)} is empty or has no column; fill it in");
    }

    private static DateTimeOffset? Time(Func<string, string?> row, string column) => row(column) is not { } text ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time
        : throw new DirectoryException($"{column} is '{text}'; write it as 2026-11-24T09:00:00+01:00");

    private static void Collect(List<string> errors, int line, Action step)
    {
        try
        {
            step();
        }
        catch (DirectoryException error)
        {
            errors.Add($"line {line}: {error.Message}");
        }
    }
}
