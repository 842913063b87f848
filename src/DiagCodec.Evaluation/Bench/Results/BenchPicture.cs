using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Results;

/// <summary>A slice before and after, with masks and QPs, kept for the report in pictures/KEY.json.br beside bench.json.</summary>
/// <param name="Case">Name of the case.</param>
/// <param name="Method">Name of the method.</param>
/// <param name="Parameter">Of the method's grid.</param>
/// <param name="Slice">From 0.</param>
/// <param name="Columns">Pixels.</param>
/// <param name="Rows">Pixels.</param>
/// <param name="Source">Physical values, row by row.</param>
/// <param name="Decoded">The same after coding.</param>
/// <param name="MaskBefore">Classes found on the uncompressed slice.</param>
/// <param name="MaskAfter">Classes found on the decoded slice.</param>
public sealed record BenchPicture(
    string Case,
    string Method,
    double Parameter,
    int Slice,
    int Columns,
    int Rows,
    ImmutableArray<float> Source,
    ImmutableArray<float> Decoded,
    ImmutableArray<byte> MaskBefore,
    ImmutableArray<byte> MaskAfter)
{
    /// <summary>Pixels a side of a block of the QP map; null where no QPs are chosen.</summary>
    public int? Block { get; init; }

    /// <summary>One a block, row by row; empty where no QPs are chosen.</summary>
    public ImmutableArray<int> Qps { get; init; } = [];
}
