using System.Text.Json;
using System.Text.Encodings.Web;

namespace EdgeNode.Worker;

/// <summary>The file of a new site, with what to write next beside each key.</summary>
internal static class SiteTemplate
{
    /// <summary>As many doors as the header has lines for, when SPI, I2C and the serial port keep theirs.</summary>
    public const int MostDoors = 3;

    // By door: strike, contact, exit button, D0, D1, light.
    private static readonly int[][] Lines = [[17, 27, 22, 5, 6, 13], [23, 24, 25, 20, 21, 12], [16, 26, 4, 18, 19, 0]];
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(SiteAnswers site) => $"""
        # {site.Id}. Check it with: edgenode check --config {SiteFile.Usual}
        # Which wire goes where:   edgenode wiring
        # Every key there is:      /opt/edgenode/current/site.sample.yaml
        # After a change:          sudo systemctl restart edgenode

        site:
          id: {Quoted(site.Id)}
          name: {Quoted(site.Name)}
          timezone: {Quoted(site.TimeZone)}   # schedules and usage days are read in it

        gpio: real                # none = rehearse without pins
        store: /var/lib/edgenode  # journal and memory of the site

        screen:
          listen: https://0.0.0.0:8460   # the whole house; http://127.0.0.1:8460 = this machine only

        # Areas lie between doors; "outside" is the street. private: true refuses every outsider, booking or not.
        areas:
          - id: floor
        {string.Concat(site.Doors.Skip(1).Select(door => $"  - id: {Quoted(door)}\n    private: false\n"))}
        doors:
        {string.Concat(site.Doors.Select((door, index) => Door(site, door, index)))}
        # Desks stand in areas; a desk without a sensor is shown as unknown, never as free. Sensors: site.sample.yaml.
        # desks:
        #   - id: d01
        #     area: floor

        # The network: no section is needed here. Its operator sends one file; sudo -u edgenode edgenode join FILE --config {SiteFile.Usual}

        """.Replace("\n\n\n", "\n\n", StringComparison.Ordinal);

    private static string Door(SiteAnswers site, string door, int index)
    {
        var lines = Lines[index];
        var reader = Reader(site.Reader, index, lines);
        return $$"""
              - id: {{Quoted(door)}}
                from: {{(index == 0 ? "outside" : "floor")}}
                to: {{(index == 0 ? "floor" : Quoted(door))}}
                strike:
                  pin: {{lines[0]}}               # number of the GPIO line, not of the header's position
                  activeHigh: true      # a high line powers the lock; false for relay boards that are on at low
                  wiring: {{(site.Lock == StrikeWiring.FailSafe ? "failSafe      # released without power" : "failSecure    # locked without power")}}
                contact:
                  pin: {{lines[1]}}
                  normally: closed      # closed while the door is shut: a cut wire then reads as open
                exitButton:             # leave it out where none is wired
                  pin: {{lines[2]}}
                  activeHigh: false     # a button to ground
            {{(reader is null ? "" : $"    readers:\n      - id: {Quoted($"{door}-in")}\n        direction: in\n        {reader}\n")}}
            """;
    }

    // A USB reader and a chip at the board's own wires serve one door.
    private static string? Reader(FirstReader reader, int index, int[] lines) => reader switch
    {
        FirstReader.Wiegand => $"wiegand: {{ d0: {lines[3]}, d1: {lines[4]}{(lines[5] > 0 ? $", led: {lines[5]}" : "")} }}",
        FirstReader.Osdp => $"osdp: {{ port: /dev/ttyUSB0, baud: 9600, address: {index}, secure: true }}   # its key: edgenode osdp pair",
        FirstReader.Usb when index == 0 => "pcsc: {}                # apt install pcscd libccid",
        FirstReader.Nfc when index == 0 => "nfc: { kind: pn532, i2c: 1 }",
        _ => null,
    };

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Quoting);
}
