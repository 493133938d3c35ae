return EdgeNode.HostileWorld.WorldCommand.Run(args);
