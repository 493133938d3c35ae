namespace EdgeNode.Core;

/// <summary>What an area does about somebody who enters and was never seen to leave. It concerns entry only: nobody is kept inside.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Reentry">With <see cref="AntiPassbackKind.Timed"/>: no second entry within this time of the last.</param>
public sealed record AntiPassback(AntiPassbackKind Kind, TimeSpan Reentry)
{
    /// <summary>Nothing.</summary>
    public static readonly AntiPassback Off = new(AntiPassbackKind.Off, TimeSpan.Zero);
}
