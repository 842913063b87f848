using System.Globalization;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Bench;

/// <summary>What was measured, on what, by which network.</summary>
internal static class BenchFacts
{
    public static IEnumerable<(string Name, string Value)> Of(BenchFile file)
    {
        var model = file.Model;
        yield return ("Experiment", $"{file.Experiment.Name}, measured by {file.Tool}");
        yield return ("Anchor", file.Experiment.Anchor);
        if (file.Experiment.SecondAnchor is { } second)
        {
            yield return ("Second anchor", $"{second}, for policies and searches");
        }

        if (AnchorGroup.Of(file) is [_, var window])
        {
            yield return ("Window anchor", $"{window.Anchor}, for {string.Join(", ", window.Methods.Select(m => m.Name).Where(n => n != window.Anchor))}");
        }

        yield return ("Cases", Cases(file));
        yield return ("Task", $"{model.Task}: {string.Join(", ", model.Classes)}");
        yield return ("Network", $"{model.Weights} weights, SHA-256 {string.Join(", ", model.Sha256)}");
        yield return ("Window", $"{ReportRange(model.Window)}: what the network sees, what pictures show, what windowed figures count");
        yield return ("Bits", "all bytes that decoding needs, per voxel of the slices, padding among them");
        yield return ("Seed", file.Experiment.Seed.ToString(CultureInfo.InvariantCulture));
    }

    public static string ReportRange(ValueRange range) =>
        $"{Quantity.Significant(range.Low).Replace('-', '\u2212')} to {Quantity.Significant(range.High).Replace('-', '\u2212')}";

    private static string Cases(BenchFile file)
    {
        var (slices, voxels) = (file.Cases.Sum(c => (long)c.Slices), file.Cases.Sum(c => c.Voxels));
        return $"{file.Cases.Length} with {Quantity.Count(slices)} slices and {Quantity.Count(voxels)} voxels: {string.Join(", ", file.Cases.Select(c => c.Name))}";
    }
}
