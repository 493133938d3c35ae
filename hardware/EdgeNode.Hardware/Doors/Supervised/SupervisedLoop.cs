namespace EdgeNode.Hardware;

/// <summary>One loop at a converter.</summary>
/// <param name="Channel">Its channel.</param>
/// <param name="Changed">
/// Called with the state when it has settled: first soon after opening, then on every change. False = it could not be told to anybody yet:
/// it is told again.
/// </param>
public sealed record SupervisedLoop(int Channel, Func<LoopState, bool> Changed);
