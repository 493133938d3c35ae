namespace EdgeNode.Worker;

/// <summary>How records are printed.</summary>
internal enum ExportFormat
{
    /// <summary>One JSON object on each line: the bytes that the chain covers.</summary>
    Jsonl,

    /// <summary>A table with a header, fields quoted as in RFC 4180.</summary>
    Csv,
}
