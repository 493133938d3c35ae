namespace EdgeNode.Worker;

/// <summary>What the program tells the shell and systemd.</summary>
public static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Ok = 0;

    /// <summary>Something failed while running; the message says what and the cure.</summary>
    public const int Failed = 1;

    /// <summary>The configuration is wrong; nothing was changed.</summary>
    public const int WrongConfiguration = 2;
}
