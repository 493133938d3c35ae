namespace EdgeNode.Worker.Tests;

public sealed class ConfigurationErrorTests
{
    [Theory]
    [InlineData("to: floor", "to: floor\n    opne: 20 s", "12:5", "unknown key \"opne\" in this door", "did you mean open?")]
    [InlineData("to: floor", "to: floor\n    colour: red", "12:5", "unknown key \"colour\"", "take it away; the keys here are id, name, from")]
    [InlineData("    from: outside\n", "", "9:5", "key from is missing in this door", "add the line: from: outside")]
    [InlineData("from: outside", "form: outside", "10:5", "unknown key \"form\"", "did you mean from?")]
    [InlineData("to: floor", "to: floor\n    to: host", "12:5", "key \"to\" is written twice here, first in line 11", "keep one")]
    [InlineData("pin: 17", "pin: 54", "12:20", "pin is 54; it must be from 0 to 53", "pin: 17")]
    [InlineData("pin: 17", "pin: \"17\"", "12:20", "pin is the text \"17\"; a whole number is wanted", "without quotes")]
    [InlineData("pin: 17", "pin: [17]", "12:20", "pin is a list", "pin: 17")]
    [InlineData("pin: 17", "pin: ", "12:20", "pin is empty", "pin: 17")]
    [InlineData("pin: 17", "pin: 99999999999999999999999", "12:20", "it must be from 0 to 53", "pin: 17")]
    [InlineData("to: floor", "to: floor\n    open: 9 s", "12:11", "open is 9 s; it must be from 10 s to 10 min", "open: 30 s")]
    [InlineData("to: floor", "to: floor\n    open: 601 s", "12:11", "open is 601 s", "open: 30 s")]
    [InlineData("to: floor", "to: floor\n    open: 30", "12:11", "a time with its unit (ms, s, min, h) is wanted", "open: 30 s")]
    [InlineData("to: floor", "to: floor\n    release: 0 s", "12:14", "release is 0 s; it must be from 1 s to 1 min", "release: 5 s")]
    [InlineData("to: floor", "to: floor\n    release: 61 s", "12:14", "release is 61 s", "release: 5 s")]
    [InlineData("failSecure", "failsave", "12:32", "wiring is \"failsave\"; it must be failSecure or failSafe", "did you mean failSafe?")]
    [InlineData("private: true", "private: yes", "7:14", "a flag (true or false) is wanted", "private: true")]
    [InlineData("id: d01\n", "id: d01\n    area: floor\n  - id: d01\n", "19:9", "desk or room \"d01\" exists already, in line 17", "its own id")]
    [InlineData("- id: street", "- id: host", "13:9", "door \"host\" exists already", "its own id")]
    [InlineData("to: floor", "to: floor\n    readers: [{ id: a }, { id: a }]", "12:32", "reader \"a\" exists already", "its own id")]
    [InlineData("area: floor", "area: flor", "18:11", "there is no area \"flor\"", "did you mean floor?")]
    [InlineData("area: floor", "area: cellar", "18:11", "there is no area \"cellar\"", "write outside, floor or host, or add the area")]
    [InlineData("area: floor", "area: outside", "18:11", "nothing that can be booked stands outside", "one of the areas")]
    [InlineData("  - id: host\n    private", "  - id: attic\n  - id: host\n    private", "6:9", "no way leads from outside to area \"attic\"", "to: attic")]
    [InlineData("to: host", "to: host\n    contact: { pin: 17 }", "16:21", "pin 17 of chip header is used already by the strike of door street, in line 12", "free pin")]
    [InlineData("Europe/Brussels", "Europe/Brussel", "3:13", "there is no time zone \"Europe/Brussel\"", "did you mean Europe/Brussels?")]
    [InlineData("Europe/Brussels", "Brussels", "3:13", "there is no time zone", "did you mean Europe/Brussels?")]
    [InlineData("areas:", "screen: { listen: \"red\" }\nareas:", "4:19", "\"red\" is no address to listen at", "http://127.0.0.1:8460")]
    [InlineData("areas:", "screen: { listen: \"http://myhost:8460\" }\nareas:", "4:19", "is no address to listen at", "http://127.0.0.1:8460")]
    [InlineData("areas:", "screen: { listen: \"http://192.168.1.5:8460\" }\nareas:", "4:19", "would send passwords readable over the network", "https://192.168.1.5:8460")]
    [InlineData("id: namur-gare", "id: Namur Gare", "2:7", "is no id", "id: namur-gare")]
    [InlineData("areas:\n", "areas:\n  - id: outside\n", "5:9", "built in", "another id")]
    [InlineData("to: floor", "to: outside", "11:9", "leads from \"outside\" to itself", "behind the door")]
    [InlineData("area: floor", "area: floor\n    radar: { port: ttyUSB0 }", "19:20", "is no serial port", "/dev/ttyUSB0")]
    [InlineData("area: floor", "area: floor\n    radar: { port: /dev/ttyUSB0, baud: 256001 }", "19:40", "baud is 256001; a radar speaks at 9600", "256000")]
    [InlineData("area: floor", "area: floor\n    pir: { pin: 1 }\n    radar: { port: /dev/ttyUSB0 }", "19:10", "both radar and pir", "the one that is fitted")]
    [InlineData("area: floor", "area: floor\n    times: { noShowAfter: 25 h }", "19:27", "noShowAfter is 25 h; it must be from 1 min to 24 h", "noShowAfter: 30 min")]
    [InlineData("areas:", "rules: { maxPeople: 0 }\nareas:", "4:21", "maxPeople is 0; it must be from 1 to 10000", "maxPeople: 80")]
    [InlineData("areas:", "rules: { atLimit: refuze }\nareas:", "4:19", "atLimit is \"refuze\"", "did you mean refuse?")]
    [InlineData("areas:", "rules: { walkIn: maybe }\nareas:", "4:18", "a flag (true or false) is wanted", "walkIn: true")]
    [InlineData("desks:", "rooms: [{ id: r1, area: floor, reader: door }]\ndesks:", "16:40", "there is no reader \"door\"", "or add the reader")]
    [InlineData("areas:", "rules: { closingTime: 24:00 }\nareas:", "4:23", "must be a time of day from 00:00 to 23:59", "\"22:00\"")]
    [InlineData("areas:", "network: { broker: \"mqtt://b\", publicKey: d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a }\nareas:", "4:20", "is no host name", "without mqtt://")]
    [InlineData("areas:", "network: { broker: b, publicKey: d75a }\nareas:", "4:34", "publicKey has 4 characters", "64 hexadecimal digits")]
    [InlineData("areas:", "retention: { movementDays: 0 }\nareas:", "4:28", "movementDays is 0; it must be from 1 to 400", "movementDays: 90")]
    [InlineData("areas:", "retention: { billingDays: 30 }\nareas:", "4:27", "billingDays is 30; it must be from 31 to 3650", "billingDays: 400")]
    [InlineData("areas:", "retention: { alarmDay: 30 }\nareas:", "4:14", "unknown key \"alarmDay\"", "did you mean alarmDays?")]
    [InlineData("area: floor", "area: &a floor", "18:11", "anchors (&) and aliases (*) are not used", "write the values out")]
    [InlineData("to: floor", "to: floor\n\topen: 30 s", "12:1", "a tab stands in the indentation", "two spaces")]
    [InlineData("id: namur-gare", "id: \"namur-gare", "2:7", "this is no YAML", "a missing colon, quote or bracket")]
    [InlineData("doors:", "doors: []\nx:", "8:8", "doors is an empty list", "take the key away")]
    [InlineData("- id: floor", "- id: floor\n    antiPassback: hard", "5:9", "nobody is seen to leave it by door \"street\"", "direction: out")]
    [InlineData("- id: floor", "- id: floor\n    antiPassback: timed", "6:19", "for how long a second entry is refused", "reentryAfter: 5 min")]
    [InlineData("- id: floor", "- id: floor\n    reentryAfter: 5 min", "6:19", "reentryAfter belongs to antiPassback: timed", "take the line away")]
    [InlineData("to: host", "to: host\n    outageCode: true", "16:17", "it would let outsiders in", "take the line away")]
    [InlineData("to: host", "to: host\n    unlock: offise", "16:13", "there is no schedule \"offise\"", "write always, or add the schedule")]
    [InlineData("areas:", "schedules: [{ id: s, hours: [{ days: Mondays, from: \"08:00\", to: \"18:00\" }] }]\nareas:", "4:38", "is no date and no rule", "FREQ=WEEKLY;BYDAY=MO")]
    [InlineData("areas:", "schedules: [{ id: s, hours: [{ days: FREQ=DAILY, from: \"08:00\", to: \"08:00\" }] }]\nareas:", "4:69", "from and to are the same", "a whole day")]
    [InlineData("areas:", "schedules: [{ id: s, hours: [{ days: FREQ=DAILY, from: \"08:00\", to: \"09:00\" }], special: [{ days: bridges }] }]\nareas:", "4:99", "there is no group of special days \"bridges\"", "belgian-public-holidays")]
    [InlineData("areas:", "rules: { guesses: { pinTries: 2 } }\nareas:", "4:31", "pinTries is 2; it must be from 3 to 10", "pinTries: 5")]
    public void One_mistake_is_told_once_with_its_place_and_cure(string old, string now, string place, string what, string cure)
    {
        var errors = ConfigurationFixture.Read(ConfigurationFixture.With(old, now)).Errors;

        var error = Assert.Single(errors, found => !found.What.Contains("\"x\"", StringComparison.Ordinal));
        Assert.StartsWith(place, $"{error.Place.Line}:{error.Place.Column}", StringComparison.Ordinal);
        Assert.Contains(what, error.What, StringComparison.Ordinal);
        Assert.Contains(cure, error.Cure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("# nothing\n", "the file is empty")]
    [InlineData("hello", "must consist of lines")]
    [InlineData("- a\n- b\n", "must consist of lines")]
    public void A_text_that_is_no_map_is_one_mistake(string text, string what) =>
        Assert.Contains(what, Assert.Single(ConfigurationFixture.Read(text).Errors).What, StringComparison.Ordinal);

    [Fact]
    public void Endless_nesting_is_one_mistake_and_no_crash()
    {
        var text = $"{ConfigurationFixture.Minimal}store: {new string('[', 5000)}{new string(']', 5000)}\n";

        Assert.Contains("nested deeper", Assert.Single(ConfigurationFixture.Read(text).Errors, error => error.Place.Column > 8).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_a_mistake_with_a_cure()
    {
        var file = ConfigurationFile.Read(ConfigurationFixture.BesideProgram("no-such.yaml"));

        Assert.Contains("there is no such file", file.RenderErrors(), StringComparison.Ordinal);
        Assert.EndsWith("no-such.yaml; nothing was changed.\n", file.RenderErrors(), StringComparison.Ordinal);
    }
}
