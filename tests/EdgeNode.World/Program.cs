return EdgeNode.World.WorldCommand.Run(args);
