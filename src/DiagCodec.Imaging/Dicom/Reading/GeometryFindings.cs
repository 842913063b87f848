using System.Globalization;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Dicom.Reading;

/// <summary>What is odd about a stack of parallel slices: sheared by a tilted gantry, slices missing, steps that differ.</summary>
internal static class GeometryFindings
{
    private const double TiltTolerance = 0.25;
    private const double StepTolerance = 0.03;
    private const double SmallestStepDifference = 0.02;
    private const int MostStepsNamed = 5;

    public static IEnumerable<SeriesFinding> Of(Geometry geometry)
    {
        if (geometry.Positions.Length < 2)
        {
            yield break;
        }

        var way = geometry.Positions[^1] - geometry.Positions[0];
        var tilt = double.RadiansToDegrees(Math.Acos(Math.Clamp(way.Dot(geometry.Normal) / way.Length, -1, 1)));
        if (tilt > TiltTolerance)
        {
            yield return new SeriesFinding(
                "gantry-tilt",
                Text($"slices are shifted against each other by {tilt:0.#} degrees, as by a tilted gantry; coded as they are, positions kept."));
        }

        var steps = geometry.Positions.Zip(geometry.Positions.Skip(1), (a, b) => (b - a).Dot(geometry.Normal)).ToArray();
        var usual = steps.Order().ElementAt((steps.Length - 1) / 2);
        var odd = steps.Where(s => Math.Abs(s - usual) > Math.Max(StepTolerance * usual, SmallestStepDifference)).ToArray();
        if (odd.Length > 0)
        {
            var isMissing = odd.All(s => s > 1.5 * usual && Math.Abs((s / usual) - Math.Round(s / usual)) < 0.1);
            var named = string.Join(", ", odd.Distinct().Take(MostStepsNamed).Select(s => s.ToString("0.###", CultureInfo.InvariantCulture)));
            yield return isMissing
                ? new SeriesFinding("missing-slices", Text($"steps between slices are {usual:0.###} mm, but {odd.Length} of {steps.Length} are {named} mm, so slices are missing there; coded as they are, positions kept."))
                : new SeriesFinding("irregular-spacing", Text($"steps between slices are mostly {usual:0.###} mm, but {odd.Length} of {steps.Length} differ ({named} mm); coded as they are, positions kept."));
        }
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
