namespace EdgeNode.Screen;

/// <summary>The upright box around something drawn, in the plan's own units.</summary>
/// <param name="Left">Least x.</param>
/// <param name="Top">Least y; y grows downwards.</param>
/// <param name="Right">Greatest x.</param>
/// <param name="Bottom">Greatest y.</param>
public readonly record struct PlanBox(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Around nothing.</summary>
    public static readonly PlanBox Nothing = new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    /// <summary>Width; not positive around nothing.</summary>
    public double Width => Right - Left;

    /// <summary>Height; not positive around nothing.</summary>
    public double Height => Bottom - Top;

    /// <summary>Whether there is room in it to write.</summary>
    public bool HasRoom => Width > 0 && Height > 0 && double.IsFinite(Width) && double.IsFinite(Height);

    /// <summary>Around a point too.</summary>
    public PlanBox With(double x, double y) => new(Math.Min(Left, x), Math.Min(Top, y), Math.Max(Right, x), Math.Max(Bottom, y));

    /// <summary>Around both.</summary>
    public PlanBox With(PlanBox other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}
