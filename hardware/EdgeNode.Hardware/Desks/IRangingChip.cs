namespace EdgeNode.Hardware;

/// <summary>A chip that measures distances on its own, over and over. Every call throws <see cref="ChipTroubleException"/> when it does not answer rightly.</summary>
public interface IRangingChip : IDisposable
{
    /// <summary>Proves that it is the right chip, sets it up and starts it; gives what it says of itself.</summary>
    string Begin();

    /// <summary>The latest measurement; null = no new one since the last call.</summary>
    Ranging? Read();
}
