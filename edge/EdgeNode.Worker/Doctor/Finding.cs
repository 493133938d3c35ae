namespace EdgeNode.Worker;

/// <summary>One line of the doctor's table.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Verdict">What it came to.</param>
/// <param name="Result">What was seen.</param>
/// <param name="Cure">What to do; null where all is good.</param>
internal sealed record Finding(string Check, Verdict Verdict, string Result, string? Cure)
{
    public static Finding Good(string check, string result) => new(check, Verdict.Good, result, null);

    public static Finding Warning(string check, string result, string cure) => new(check, Verdict.Warning, result, cure);

    public static Finding Failed(string check, string result, string cure) => new(check, Verdict.Failed, result, cure);
}
