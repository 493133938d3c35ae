using EdgeNode.Store.Tests;
using Xunit.Runner.InProc.SystemConsole;

return args is ["append", var folder] ? AppendingChild.Run(folder) : await ConsoleRunner.Run(args);
