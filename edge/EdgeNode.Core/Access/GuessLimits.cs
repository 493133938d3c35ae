namespace EdgeNode.Core;

/// <summary>How many wrong tries are borne before trying stops.</summary>
/// <param name="ReaderTries">Unknown identifiers and wrong codes at one reader within <paramref name="ReaderWindow"/>.</param>
/// <param name="ReaderWindow">Uptime.</param>
/// <param name="ReaderPause">How long the reader then refuses every entry; exit stays free.</param>
/// <param name="PinTries">Wrong PINs of one holder in a row.</param>
/// <param name="PinPause">How long the holder's PIN is then refused.</param>
public sealed record GuessLimits(int ReaderTries, TimeSpan ReaderWindow, TimeSpan ReaderPause, int PinTries, TimeSpan PinPause)
{
    /// <summary>10 in a minute stop the reader for a minute; 5 wrong PINs lock it for 10 min.</summary>
    public static readonly GuessLimits Default = new(10, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), 5, TimeSpan.FromMinutes(10));
}
