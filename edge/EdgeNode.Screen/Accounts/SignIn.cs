namespace EdgeNode.Screen;

/// <summary>One browser in which an account is signed in.</summary>
/// <param name="Hash">SHA-256 of its cookie, lower-case hex: who reads the file can use none.</param>
/// <param name="Until">When it ends by itself.</param>
public sealed record SignIn(string Hash, DateTimeOffset Until);
