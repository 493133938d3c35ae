using System.CommandLine;
using EdgeNode.Demo;

// The time is for everything that was opened to be closed again after Ctrl-C.
return await DemoCommandLine.Root().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
