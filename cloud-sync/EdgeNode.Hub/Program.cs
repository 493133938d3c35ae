using System.CommandLine;
using EdgeNode.Hub;

// The time is for everything that was opened to be closed again after Ctrl-C.
return await HubCommands.Root().Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(20) });
