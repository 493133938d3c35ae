using EdgeNode.Demo;

return await DemoCommandLine.Root().Parse(args).InvokeAsync();
