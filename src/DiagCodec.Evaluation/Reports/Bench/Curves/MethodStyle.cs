using DiagCodec.Evaluation.Reports.Charts;

namespace DiagCodec.Evaluation.Reports.Bench.Curves;

/// <summary>How a method is drawn.</summary>
/// <param name="Method">Its name.</param>
/// <param name="Colour">c1 to c8.</param>
/// <param name="Shape">Of its points.</param>
internal sealed record MethodStyle(string Method, string Colour, PointShape Shape)
{
    public const int Most = 8;

    private static readonly PointShape[] Shapes = [PointShape.Disc, PointShape.Diamond, PointShape.Square, PointShape.Triangle, PointShape.Ring];

    public static MethodStyle Of(string method, int index) => new(method, $"c{1 + (index % Most)}", Shapes[index % Shapes.Length]);
}
