using System.Text;

namespace EdgeNode.Contracts;

/// <summary>What a signature covers. The kind stands in front, so that a signature never serves a letter of another kind.</summary>
internal static class SignedBytes
{
    public static byte[] Of<T>(T letter)
        where T : SignedLetter =>
        [.. Encoding.ASCII.GetBytes($"EdgeNode {typeof(T).Name}\n"), .. LetterCodec.Encode((T)((SignedLetter)letter with { Signature = null }))];
}
