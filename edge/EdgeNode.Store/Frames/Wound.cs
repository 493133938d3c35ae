namespace EdgeNode.Store;

/// <summary>A place in a segment where no whole frame is, though something was written.</summary>
/// <param name="Offset">Where it begins.</param>
/// <param name="Length">How many bytes, up to the next whole frame or the last byte that is not zero.</param>
/// <param name="Frames">Whole frames before it.</param>
internal readonly record struct Wound(int Offset, int Length, int Frames);
