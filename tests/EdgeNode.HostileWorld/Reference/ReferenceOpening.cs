namespace EdgeNode.HostileWorld;

/// <summary>Decision 59: a door open for long on one tap in, or opened again at once without anybody asking, may have let in two.</summary>
internal sealed class ReferenceOpening(TimeSpan tooLong)
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);
    private ReferencePassage? _passage;
    private TimeSpan _opened;
    private TimeSpan? _shut;

    public void WentThrough(IReadOnlyList<ReferencePassage> through, TimeSpan now) =>
        (_passage, _opened, _shut) = (through is [{ In: true } one] ? one : null, now, null);

    /// <summary>The contact has changed and nobody went through on a tap; returns whom somebody may have followed.</summary>
    public ReferencePassage? Change(bool shut, bool released, TimeSpan now)
    {
        var passage = _passage;
        var slow = shut && passage is { Holder.ExtendedTime: false } && now - _opened >= tooLong;
        var again = !shut && !released && now - _shut <= Again;
        (_shut, _passage) = (now, shut && !slow ? passage : null);
        return slow || again ? passage : null;
    }
}
