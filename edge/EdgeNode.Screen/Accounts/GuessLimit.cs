namespace EdgeNode.Screen;

/// <summary>
/// Keeps count of wrong passwords and codes: five in ten minutes from one address, or twenty for one name from anywhere, and that
/// address or name waits until they are older. Safe from any thread.
/// </summary>
internal sealed class GuessLimit(TimeProvider time)
{
    private const int PerAddress = 5;
    private const int PerName = 20;

    // A flood from ever new addresses pushes out its own oldest.
    private const int Remembered = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private readonly Lock _lock = new();
    private readonly Queue<(DateTimeOffset At, string Address, string Name)> _guesses = new();

    /// <summary>Counts a try before it is made, so that many at once are not more than many in a row; false when it may not be made.</summary>
    public bool TryBegin(string address, string name)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            while (_guesses.TryPeek(out var oldest) && (oldest.At <= now - Window || _guesses.Count >= Remembered))
            {
                _guesses.Dequeue();
            }

            if (_guesses.Count(guess => guess.Address == address) >= PerAddress || _guesses.Count(guess => name.Length > 0 && guess.Name == name) >= PerName)
            {
                return false;
            }

            _guesses.Enqueue((now, address, name));
            return true;
        }
    }

    /// <summary>The try was right: what was tried from there with that name is held against nobody. Tries with other names still are, or an account of one's own would pay for guessing another's.</summary>
    public void Forgive(string address, string name)
    {
        lock (_lock)
        {
            var left = _guesses.Where(guess => guess.Address != address || guess.Name != name).ToList();
            _guesses.Clear();
            left.ForEach(_guesses.Enqueue);
        }
    }
}
