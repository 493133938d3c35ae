using EdgeNode.Worker;

return await EdgeNodeCommands.Build().Parse(args).InvokeAsync(EdgeNodeCommands.Invocation);
