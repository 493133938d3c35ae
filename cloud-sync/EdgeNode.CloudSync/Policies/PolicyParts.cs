using EdgeNode.Contracts;

namespace EdgeNode.CloudSync;

/// <summary>The parts of one policy as they come in; each is kept once, foreign ones not at all.</summary>
internal sealed class PolicyParts(PolicyHead head)
{
    private readonly PolicyPart?[] _parts = new PolicyPart?[head.Parts];

    public PolicyHead Head { get; } = head;

    public int[] Missing => [.. Enumerable.Range(0, _parts.Length).Where(index => _parts[index] is null)];

    public bool IsComplete => Array.TrueForAll(_parts, part => part is not null);

    public void Keep(PolicyPart part)
    {
        if (part.Version == Head.Version && part.Index >= 0 && part.Index < _parts.Length && part.Bytes.Length <= PolicyPacking.MaxSlice)
        {
            _parts[part.Index] ??= part;
        }
    }

    public void Forget() => Array.Clear(_parts);

    /// <summary>The letter's bytes.</summary>
    /// <exception cref="LetterException">The parts are not what the head says.</exception>
    public byte[] Join() => PolicyPacking.Join(Head, _parts.OfType<PolicyPart>());
}
