using System.Globalization;
using System.Text;
using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.Worker;

/// <summary><c>edgenode journal export</c>: the records as the chain covers them, without any person.</summary>
internal static class JournalExport
{
    public static int Run(SiteConfiguration site, string? from, string? to, ExportFormat format, TextWriter output)
    {
        var folder = NodeStore.JournalFolder(site);
        var range = RecordRange.Read(folder, from, to);
        if (format == ExportFormat.Csv)
        {
            output.WriteLine("sequence,time,trust,kind,fact,hash");
        }

        JournalProof.Read(folder, range.From, range.To, (line, entry) => output.WriteLine(
            format == ExportFormat.Csv ? Row(line, site.Definition.TimeZone) : Encoding.UTF8.GetString(line.Public)));
        return ExitCode.Ok;
    }

    // What stands beside the chain is left out: the row is made from the line that everybody may see.
    private static string Row(JournalLine line, TimeZoneInfo zone)
    {
        var (entry, _) = JournalCodec.Decode(line.Public, []);
        using var json = System.Text.Json.JsonDocument.Parse(line.Public);
        string[] fields =
        [
            entry.Sequence.ToString(CultureInfo.InvariantCulture),
            zone.Local(entry.At.Wall).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
            $"{entry.At.Trust}",
            entry.Fact.GetType().Name,
            json.RootElement.GetProperty("fact").GetRawText(),
            line.Hash,
        ];
        return string.Join(',', fields.Select(Quote));
    }

    private static string Quote(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
