using EdgeNode.Core;

namespace EdgeNode.CloudSync;

/// <summary>Where a verified policy goes. May be called on any thread.</summary>
public interface IPolicySink
{
    /// <summary>Version of the policy in force; 0 = none yet.</summary>
    long Version { get; }

    /// <summary>Its hash, lower-case hex; empty for version 0.</summary>
    string Hash { get; }

    /// <summary>Bytes of its letter; null = there is none, or it cannot be read.</summary>
    byte[]? Letter { get; }

    /// <summary>Keeps the letter durably, then lets the site apply it. Afterwards <see cref="Version"/> and <see cref="Hash"/> are its.</summary>
    /// <param name="policy">What the letter says; signature, hash, site and version have been checked.</param>
    /// <param name="letter">Its canonical bytes.</param>
    /// <returns>False when the site could not take it; it is offered again.</returns>
    Task<bool> Offer(Policy policy, byte[] letter);
}
