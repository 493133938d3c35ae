namespace EdgeNode.Contracts;

/// <summary>A site's word that a door was tried by hand before it went live. It lies at the site and is printed; whoever has it and the site's key can prove it.</summary>
/// <param name="Site">The site.</param>
/// <param name="Door">The site's name for the door.</param>
/// <param name="Wiring">SHA-256 of what the site's file says of the door's wires, lower-case hex.</param>
/// <param name="At">Milliseconds since 1970 UTC, by the site's clock.</param>
/// <param name="By">Reference of the person who tried it and signed.</param>
/// <param name="Lock">What the lock does without power: FailSecure or FailSafe.</param>
/// <param name="Override">Why it went live without a trial; null = it was tried.</param>
/// <param name="Steps">Each step with its result, in order; none where it was not tried.</param>
public sealed record DoorSafetySheet(
    string Site, string Door, string Wiring, long At, string By, string Lock, string? Override, IReadOnlyList<DoorSafetyStep> Steps) : SignedLetter;
