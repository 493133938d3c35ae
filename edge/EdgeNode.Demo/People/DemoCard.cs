using System.Globalization;
using System.Numerics;

namespace EdgeNode.Demo;

/// <summary>A card in the 26-bit format H10301: even parity over the first 12 bits, odd over the last 12.</summary>
/// <param name="Facility">Facility code, 0 to 255.</param>
/// <param name="Number">Card number, 0 to 65,535.</param>
public readonly record struct DemoCard(byte Facility, ushort Number)
{
    /// <summary>The 26 bits as they come over the wire, most significant first.</summary>
    public string Bits
    {
        get
        {
            var body = ((uint)Facility << 16) | Number;
            var even = BitOperations.PopCount(body >> 12) & 1;
            var odd = ~BitOperations.PopCount(body & 0xFFF) & 1;
            return string.Create(CultureInfo.InvariantCulture, $"{even}{body:b24}{odd}");
        }
    }
}
