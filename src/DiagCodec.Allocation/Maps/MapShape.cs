namespace DiagCodec.Allocation.Maps;

/// <summary>How fast the quality of a block rises with its mask share S: f(0) = 0, f(1) = 1, never falling.</summary>
public sealed class MapShape
{
    /// <summary>How strongly <see cref="Exponential"/> and <see cref="Log"/> bend.</summary>
    private const double Bend = 4;

    private readonly Func<double, double> _function;

    private MapShape(string name, string formula, Func<double, double> function)
    {
        (Name, Formula) = (name, formula);
        _function = function;
    }

    public static MapShape Linear { get; } = new("linear", "S", s => s);

    /// <summary>Rises late, the mirror image of <see cref="Log"/>.</summary>
    public static MapShape Exponential { get; } = new("exponential", "(e^4S - 1) / (e^4 - 1)", s => (Math.Exp(Bend * s) - 1) / (Math.Exp(Bend) - 1));

    /// <summary>The mirror image of <see cref="Sqrt"/>.</summary>
    public static MapShape Square { get; } = new("square", "S^2", s => s * s);

    /// <summary>Rises early: a few voxels of mask already count.</summary>
    public static MapShape Log { get; } = new("log", "ln(1 + (e^4 - 1) S) / 4", s => Math.Log(1 + ((Math.Exp(Bend) - 1) * s)) / Bend);

    public static MapShape Sqrt { get; } = new("sqrt", "the square root of S", Math.Sqrt);

    public static IReadOnlyList<MapShape> All { get; } = [Linear, Exponential, Square, Log, Sqrt];

    /// <summary>The word for it on the command line and in manifests.</summary>
    public string Name { get; }

    public string Formula { get; }

    /// <param name="share">0 to 1.</param>
    /// <returns>0 to 1.</returns>
    public double Of(double share) => Math.Clamp(_function(share), 0, 1);
}
