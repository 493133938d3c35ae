namespace EdgeNode.Core;

/// <summary>A day that is closed in the journal.</summary>
/// <param name="Day">Local day.</param>
/// <param name="First">Sequence of its first record.</param>
/// <param name="Through">Sequence of the record that closed it.</param>
/// <param name="Head">Hash of that record, lower-case hex.</param>
public sealed record ClosedDay(DateOnly Day, long First, long Through, string Head);
