using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Metrics.Segmentation;

namespace DiagCodec.Evaluation.Bench.Score;

/// <summary>Counts voxels by expected and found class.</summary>
internal static class AgreementOf
{
    /// <param name="expected">Truth, or the prediction on uncompressed slices.</param>
    /// <param name="found">On the same grid.</param>
    /// <param name="classes">With the background.</param>
    /// <exception cref="InvalidInputException">A map holds a class that the task does not have.</exception>
    public static ClassAgreementCounts Maps(LabelMap expected, LabelMap found, int classes)
    {
        Check(expected, classes);
        Check(found, classes);
        var counts = new ConfusionCounts(classes);
        counts.Add(expected.Labels.Span, found.Labels.Span);
        return new ClassAgreementCounts([.. Enumerable.Range(0, classes * classes).Select(i => counts[i / classes, i % classes])]);
    }

    private static void Check(LabelMap map, int classes)
    {
        if (map.Labels.Span.IndexOfAnyExceptInRange((byte)0, (byte)(classes - 1)) is var at and >= 0)
        {
            throw new InvalidInputException($"a label map has class {map.Labels.Span[at]}, but the task's are 0 to {classes - 1}; map its numbers with labels");
        }
    }
}
