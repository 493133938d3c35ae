using System.Collections.Immutable;

namespace EdgeNode.Core;

/// <summary>Standing rights: which areas, and when (ONVIF Access Rules 19.12, AccessProfile).</summary>
/// <param name="Id">The profile.</param>
/// <param name="Policies">Each names one area and its schedule.</param>
public sealed record AccessProfile(AccessProfileId Id, ImmutableArray<AccessPolicy> Policies);
