using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Charts;

/// <summary>Outlines of the point shapes, about equal in area.</summary>
internal static class PointPath
{
    /// <param name="shape">Which.</param>
    /// <param name="x">Centre.</param>
    /// <param name="y">Centre.</param>
    /// <param name="r">Radius of the disc, drawing units.</param>
    public static string Of(PointShape shape, double x, double y, double r) => shape switch
    {
        PointShape.Diamond => $"M{N(x)} {N(y - (1.35 * r))}l{N(1.35 * r)} {N(1.35 * r)}l{N(-1.35 * r)} {N(1.35 * r)}l{N(-1.35 * r)} {N(-1.35 * r)}z",
        PointShape.Square => $"M{N(x - (0.9 * r))} {N(y - (0.9 * r))}h{N(1.8 * r)}v{N(1.8 * r)}h{N(-1.8 * r)}z",
        PointShape.Triangle => $"M{N(x)} {N(y - (1.3 * r))}l{N(1.2 * r)} {N(2.1 * r)}h{N(-2.4 * r)}z",
        PointShape.Ring => Disc(x, y, r) + Disc(x, y, 0.55 * r, sweep: 0),
        _ => Disc(x, y, r),
    };

    private static string Disc(double x, double y, double r, int sweep = 1) =>
        $"M{N(x - r)} {N(y)}a{N(r)} {N(r)} 0 1 {sweep} {N(2 * r)} 0a{N(r)} {N(r)} 0 1 {sweep} {N(-2 * r)} 0z";

    private static string N(double value) => SvgNumber.Of(value);
}
