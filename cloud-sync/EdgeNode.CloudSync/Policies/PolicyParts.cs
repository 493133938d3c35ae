using EdgeNode.Contracts;

namespace EdgeNode.CloudSync;

/// <summary>One policy as it comes in, in parts or as the difference to the one in force; each part is kept once, foreign ones not at all.</summary>
internal sealed class PolicyParts(PolicyHead head)
{
    private readonly PolicyPart?[] _parts = new PolicyPart?[head.Parts];

    private byte[]? _letter;

    public PolicyHead Head { get; } = head;

    /// <summary>Whether a difference has been tried, and failed: then only the whole policy will do.</summary>
    public bool IsWholeWanted { get; private set; }

    public int[] Missing => [.. Enumerable.Range(0, _parts.Length).Where(index => _parts[index] is null)];

    public bool IsComplete => _letter is not null || Array.TrueForAll(_parts, part => part is not null);

    public void Keep(PolicyPart part)
    {
        if (part.Version == Head.Version && part.Index >= 0 && part.Index < _parts.Length && part.Bytes.Length <= PolicyPacking.MaxSlice)
        {
            _parts[part.Index] ??= part;
        }
    }

    /// <summary>Puts the letter together out of the one in force and the difference to it.</summary>
    public void Keep(PolicyDelta delta, IPolicySink inForce)
    {
        try
        {
            _letter = delta.From == inForce.Hash && inForce.Letter is { } old ? PolicyPacking.Join(Head, old, delta) : null;
        }
        catch (LetterException)
        {
            // No loss: the whole policy says the same, and is asked for.
            _letter = null;
        }

        IsWholeWanted = _letter is null;
    }

    public void Forget()
    {
        Array.Clear(_parts);
        (_letter, IsWholeWanted) = (null, true);
    }

    /// <summary>The letter's bytes.</summary>
    /// <exception cref="LetterException">The parts are not what the head says.</exception>
    public byte[] Join() => _letter ?? PolicyPacking.Join(Head, _parts.OfType<PolicyPart>());
}
