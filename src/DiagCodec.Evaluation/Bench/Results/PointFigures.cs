using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Results;

/// <summary>What was measured at a point.</summary>
/// <param name="Bytes">All that decoding needs.</param>
/// <param name="BitsPerVoxel">Of the slices' voxels, padding among them.</param>
/// <param name="BitDepth">Of the code values.</param>
/// <param name="DecodedSha256">Of the decoded stored values, padding restored, or of the label maps of a method that gives no image: 64 lower-case hexadecimal digits.</param>
/// <param name="Own">The prediction on the decoded slices against that on the uncompressed ones.</param>
/// <param name="Truth">The prediction on the decoded slices against the truth.</param>
/// <param name="Commands">That coded and decoded, by their places in <see cref="BenchFile.Commands"/>.</param>
public sealed record PointFigures(
    long Bytes,
    double BitsPerVoxel,
    int BitDepth,
    string DecodedSha256,
    ClassAgreementCounts Own,
    ClassAgreementCounts Truth,
    ImmutableArray<int> Commands)
{
    /// <summary>dB over stored values outside padding, the peak being the largest code value of the source's full range (4095 for CT, 255 for 8-bit pictures); null where nothing differs, or where no image comes back.</summary>
    public double? Psnr { get; init; }

    /// <summary>dB outside padding, both clipped to the task's window, the peak its width; null where nothing differs inside, or where no image comes back.</summary>
    public double? WindowPsnr { get; init; }

    /// <summary>Mean over slices of the structural similarity within the task's window; null for slices smaller than its filter.</summary>
    public double? WindowSsim { get; init; }

    /// <summary>Mean QP of blocks that hold mask, and of the others; null where no QPs are chosen.</summary>
    public double? ForegroundQp { get; init; }

    /// <inheritdoc cref="ForegroundQp"/>
    public double? BackgroundQp { get; init; }
}
