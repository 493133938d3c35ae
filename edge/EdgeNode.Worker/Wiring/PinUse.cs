namespace EdgeNode.Worker;

/// <summary>What one line is used for.</summary>
/// <param name="Chip">Pin chip.</param>
/// <param name="Line">Number of the line (BCM on the header).</param>
/// <param name="Place">Door, reader or desk.</param>
/// <param name="What">Which wire of it.</param>
/// <param name="Level">What a level means.</param>
/// <param name="Bus">The bus of the board that drives it; null = the node drives or reads it itself.</param>
internal sealed record PinUse(string Chip, int Line, string Place, string What, string Level, string? Bus = null)
{
    /// <summary>Whether it is a line of the 40-pin header.</summary>
    public bool IsOnHeader => Chip == Hardware.GpioChips.Header;
}
