using EdgeNode.HostileWorld;
using Xunit.Runner.InProc.SystemConsole;

return WorldCommand.Knows(args) ? WorldCommand.Run(args) : await ConsoleRunner.Run(args);
