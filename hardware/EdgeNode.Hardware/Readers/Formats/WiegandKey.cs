namespace EdgeNode.Hardware;

/// <summary>One key of a Wiegand keypad: a burst of four bits, or of eight whose first half is the second turned over. Pure.</summary>
public static class WiegandKey
{
    private const string Keys = "0123456789*#";

    /// <summary>The key; null where the bits are none.</summary>
    public static char? Read(string bits) => bits.Length switch
    {
        4 => Key(Value(bits)),
        8 when (Value(bits[..4]) ^ Value(bits[4..])) == 0xF => Key(Value(bits[4..])),
        _ => null,
    };

    private static char? Key(int value) => value < Keys.Length ? Keys[value] : null;

    private static int Value(string bits) => Convert.ToInt32(bits, 2);
}
