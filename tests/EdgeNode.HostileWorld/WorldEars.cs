using EdgeNode.Core;
using EdgeNode.Store;

namespace EdgeNode.HostileWorld;

/// <summary>Who is told what a node does.</summary>
/// <param name="Disk">The disk as the node sees it.</param>
/// <param name="Recorded">A fact is handed to the journal.</param>
/// <param name="Stepped">A step is over.</param>
/// <param name="Signalled">A reader is told something.</param>
/// <param name="Reported">Something was found damaged.</param>
internal sealed record WorldEars(
    FileLayer Disk,
    Action<WorldNode, JournalFact, Moment> Recorded,
    Action<WorldNode> Stepped,
    Action<AccessPointId, ReaderSignal> Signalled,
    Action<string> Reported);
