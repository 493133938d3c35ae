using EdgeNode.Bench;

return await Benches.RunAsync(args);
