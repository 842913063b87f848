using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Bench.Methods;

/// <summary>A case as methods get it.</summary>
/// <param name="Prepared">Frames of code values, padding already quietened: all methods see the same. Not for several threads at once.</param>
/// <param name="Mask">Where the diagnosis is: the network's prediction on the uncompressed slices, classes that do not count set to 0.</param>
public sealed record BenchInput(PreparedSeries Prepared, LabelMap Mask)
{
    /// <summary>For methods that <see cref="MethodFacts.AsksNetwork"/>; null where there is none to ask.</summary>
    public IBenchJudge? Judge { get; init; }

    public long Voxels => (long)Prepared.Series.Volume.PixelsPerSlice * Prepared.Series.Volume.Slices;
}
