namespace EdgeNode.Worker;

/// <summary>How the file names a pin chip.</summary>
public static class PinChip
{
    /// <summary>The chip behind the 40-pin header, whichever Raspberry Pi this is; used when the file names none.</summary>
    public const string Header = "header";
}
