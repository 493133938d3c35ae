using System.Buffers;
using System.Globalization;
using System.Text;

namespace EdgeNode.Bench;

/// <summary>The line that every peer speaks: <c>tap/DOOR</c> carries "NUMBER CARD", <c>strike/DOOR</c> answers "NUMBER" when the door is to open.</summary>
internal static class TapTopics
{
    public const string Taps = "tap/+";

    public const string Strikes = "strike/+";

    public static string Tap(int door) => string.Create(CultureInfo.InvariantCulture, $"tap/{door}");

    public static string Strike(string door) => $"strike/{door}";

    public static string DoorOf(string topic) => topic[(topic.IndexOf('/', StringComparison.Ordinal) + 1)..];

    public static (string Number, string Card) Read(ReadOnlySequence<byte> payload)
    {
        var text = Encoding.ASCII.GetString(payload);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return (text[..space], text[(space + 1)..]);
    }
}
