using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>Which slices the report shows: of each case named, the slice with most mask, for every method at the grid parameter nearest to what is asked.</summary>
/// <param name="Cases">Names of cases, at least one.</param>
/// <param name="BitsPerVoxel">Every method is shown at its point whose rate is nearest to this, so that pictures can be compared; above 0.</param>
public sealed record PictureSetting(ImmutableArray<string> Cases, double BitsPerVoxel);
