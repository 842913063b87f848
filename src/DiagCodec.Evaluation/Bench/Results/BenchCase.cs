namespace DiagCodec.Evaluation.Bench.Results;

/// <summary>A case as it was coded.</summary>
/// <param name="Name">Of the patient or image.</param>
/// <param name="Sha256">Of size, samples with their meaning (rescale, padding, place) and truth, 64 lower-case hexadecimal digits.</param>
/// <param name="Columns">Pixels.</param>
/// <param name="Rows">Pixels.</param>
/// <param name="Slices">Frames.</param>
/// <param name="SourceBits">Bits that the full stored range takes.</param>
/// <param name="FirstSlice">In the source, from 0, where only a run of slices is taken.</param>
/// <param name="Uncoded">The network's prediction on the uncompressed slices against the truth.</param>
/// <param name="MaskVoxels">Foreground of that prediction.</param>
public sealed record BenchCase(
    string Name, string Sha256, int Columns, int Rows, int Slices, int SourceBits, int FirstSlice, ClassAgreementCounts Uncoded, long MaskVoxels)
{
    public long Voxels => (long)Columns * Rows * Slices;
}
