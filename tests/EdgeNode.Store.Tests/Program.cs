using EdgeNode.Store.Tests;
using Xunit.Runner.InProc.SystemConsole;

return args switch
{
    ["append", var folder] => AppendingChild.Run(folder, EdgeNode.Store.LinuxFiles.Instance),
    ["append-unsynced", var folder] => AppendingChild.Run(folder, new SyncReplaced(EdgeNode.Store.LinuxFiles.Instance, _ => { })),
    ["litedb", var folder] => LiteDbChild.Run(folder),
    ["litedb", var folder, var after] => LiteDbChild.Run(folder, int.Parse(after, System.Globalization.CultureInfo.InvariantCulture)),
    _ => await ConsoleRunner.Run(args),
};
