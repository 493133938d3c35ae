using EdgeNode.Contracts;

namespace EdgeNode.CloudSync;

/// <summary>Whether a head may be followed. Pure.</summary>
internal static class PolicyHeads
{
    private const int MostParts = (PolicyPacking.MaxLetter / PolicyPacking.MaxSlice) + 1;

    /// <summary>What is wrong with a head, in words; null = it may be followed, or is in force already.</summary>
    public static string? Refusal(PolicyHead head, string site, VerifyingKey network, IPolicySink sink)
    {
        if (!network.Signed(head))
        {
            return $"Policy {head.Version} is not signed with the network's key. It was not applied; find out who publishes it, or put the network's right key into the configuration.";
        }

        if (head.Site != site)
        {
            return $"Policy {head.Version} is meant for site '{head.Site}', not for '{site}'. It was not applied; find out who publishes it here.";
        }

        if (head.Version < sink.Version)
        {
            return $"Policy {head.Version} is older than {sink.Version}, which is in force. It was not applied; the network must publish a version above {sink.Version}.";
        }

        if (head.Version == sink.Version && head.Hash != sink.Hash)
        {
            return $"Policy {head.Version} is in force with another content. The new one was not applied; the network must publish it as a version above {sink.Version}.";
        }

        return head.Parts is < 1 or > MostParts || head.Size is < 1 or > PolicyPacking.MaxLetter
            ? $"Policy {head.Version} announces {head.Parts} parts and {head.Size} bytes; at most {MostParts} and {PolicyPacking.MaxLetter} are taken. Send the site only the holders that may come."
            : null;
    }
}
