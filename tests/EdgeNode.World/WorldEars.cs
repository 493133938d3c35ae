using EdgeNode.Core;
using EdgeNode.Store.Tests;

namespace EdgeNode.World;

/// <summary>Who is told what a node does.</summary>
/// <param name="Disk">The disk that it has.</param>
/// <param name="Recorded">A fact is handed to the journal.</param>
/// <param name="Stepped">A step is over.</param>
/// <param name="Signalled">A reader is told something.</param>
/// <param name="Reported">Something was found damaged.</param>
internal sealed record WorldEars(
    ForgetfulDisk Disk,
    Action<WorldNode, JournalFact, Moment> Recorded,
    Action<WorldNode> Stepped,
    Action<AccessPointId, ReaderSignal> Signalled,
    Action<string> Reported);
