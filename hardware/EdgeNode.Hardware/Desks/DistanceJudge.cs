namespace EdgeNode.Hardware;

/// <summary>
/// Distances to presence: the median of the last five valid measurements, near = somebody, far = nobody, and in between as it was. What is
/// not valid is no distance at all: sunlight and an empty room measure anything from 2 to 8,190 mm.
/// </summary>
/// <param name="occupiedBelowCm">Nearer than this is somebody.</param>
/// <param name="freeAboveCm">Farther than this is nobody.</param>
internal sealed class DistanceJudge(int occupiedBelowCm, int freeAboveCm)
{
    private const int Needed = 5;
    private readonly Queue<int> _valid = new();
    private int _invalidInARow;
    private bool? _present;

    /// <summary>Whether somebody is there, after one more measurement; null = it cannot be told.</summary>
    public bool? Take(Ranging measured)
    {
        if (measured.Status != RangeStatus.Valid)
        {
            if (++_invalidInARow >= Needed)
            {
                // What was seen before is too old to go on with.
                _valid.Clear();
                _present = null;
            }

            return null;
        }

        _invalidInARow = 0;
        _valid.Enqueue(measured.Millimetres);
        if (_valid.Count > Needed)
        {
            _valid.Dequeue();
        }

        return _valid.Count < Needed ? null : _present = Judge(_valid.Order().ElementAt(Needed / 2));
    }

    private bool? Judge(int millimetres) =>
        millimetres < occupiedBelowCm * 10 ? true
        : millimetres > freeAboveCm * 10 ? false
        : _present;
}
