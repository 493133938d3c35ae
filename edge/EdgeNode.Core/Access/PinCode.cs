namespace EdgeNode.Core;

/// <summary>Digits entered at a keypad; they live in memory only.</summary>
public readonly record struct PinCode(string Digits)
{
    /// <summary>Redacted: prints no digit.</summary>
    public override string ToString() => "code:***";
}
