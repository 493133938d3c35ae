using EdgeNode.Hub;

return await HubCommands.Root().Parse(args).InvokeAsync();
