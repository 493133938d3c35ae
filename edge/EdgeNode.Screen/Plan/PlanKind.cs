namespace EdgeNode.Screen;

/// <summary>What a shape of a plan stands for. Closed set: its name, in small letters and with a dash, begins the shape's id.</summary>
public enum PlanKind
{
    /// <summary>A desk: <c>desk-ID</c>.</summary>
    Desk,

    /// <summary>A room: <c>room-ID</c>.</summary>
    Room,

    /// <summary>A door: <c>door-ID</c>.</summary>
    Door,
}
