using EdgeNode.Mutations;

// Plants each mistake of the catalogue in a copy of the tree and runs the test that must catch it.
// mutations [--sample N | NAME…]: all of them, N that change from day to day, or those of a name.
var root = new DirectoryInfo(AppContext.BaseDirectory);
while (!File.Exists(Path.Combine(root.FullName, "EdgeNode.sln")))
{
    root = root.Parent ?? throw new InvalidOperationException("EdgeNode.sln stands in no folder above; run it inside the tree.");
}

var all = Mutation.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "mutations.txt")));
var size = args is ["--sample", var number] ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : all.Count;
var first = DateTimeOffset.UtcNow.DayOfYear * size % all.Count;
var chosen = args is [] or ["--sample", _]
    ? Enumerable.Range(0, Math.Min(size, all.Count)).Select(index => all[(first + index) % all.Count]).ToArray()
    : [.. all.Where(mutation => args.Contains(mutation.Name))];
using var orchard = new Orchard(root.FullName);
var survived = 0;
foreach (var mutation in chosen)
{
    var instead = orchard.Try(mutation);
    survived += instead is null ? 0 : 1;
    Console.WriteLine($"{(instead is null ? "caught  " : "SURVIVED")}  {mutation.Name}: {mutation.CaughtBy.Project} {mutation.CaughtBy.Test}{(instead is null ? "" : $": {instead}")}");
}

Console.WriteLine($"{chosen.Length - survived} of {chosen.Length} planted mistakes were caught; the catalogue has {all.Count}.");
return survived == 0 && chosen.Length > 0 ? 0 : 1;
