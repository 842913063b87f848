using System.Collections.Immutable;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Metrics.Segmentation;

namespace DiagCodec.Evaluation.Tasks;

/// <summary>How far a network finds the same before and after coding. Without ground truth that says nothing of whether it is right.</summary>
/// <param name="Task">Name of the task.</param>
/// <param name="Weights">plain or hardened.</param>
/// <param name="WeightsSha256">64 lower-case hexadecimal digits.</param>
/// <param name="Before">Predicted on the uncompressed slices.</param>
/// <param name="After">Predicted on the decoded slices.</param>
/// <param name="Classes">One for every class of the task.</param>
public sealed record TaskAgreement(
    string Task, string Weights, string WeightsSha256, LabelMap Before, LabelMap After, ImmutableArray<ClassAgreement> Classes)
{
    /// <summary>Whether a ground truth was given.</summary>
    public bool HasTruth => Classes.Any(c => c.TruthBefore is not null);

    /// <param name="before">Predicted on the uncompressed slices.</param>
    /// <param name="after">Predicted on the decoded slices, of the same size.</param>
    /// <param name="truth">Of the same size, or null where it is not known.</param>
    /// <param name="names">Of classes 1, 2, 3 ...; no map holds a higher number.</param>
    /// <exception cref="ArgumentException">Sizes differ, or a map holds another number.</exception>
    public static ImmutableArray<ClassAgreement> Compare(LabelMap before, LabelMap after, LabelMap? truth, ImmutableArray<string> names)
    {
        var coded = Counts(before, after);
        var (truthBefore, truthAfter) = truth is null ? default : (Counts(truth, before), Counts(truth, after));
        return
        [
            .. names.Select((name, i) => new ClassAgreement(i + 1, name, coded.Of(i + 1), before.Geometry?.VoxelVolume)
            {
                TruthBefore = truthBefore?.Of(i + 1),
                TruthAfter = truthAfter?.Of(i + 1),
            }),
        ];

        ConfusionCounts Counts(LabelMap reference, LabelMap predicted)
        {
            var counts = new ConfusionCounts(names.Length + 1);
            counts.Add(reference.Labels.Span, predicted.Labels.Span);
            return counts;
        }
    }
}
