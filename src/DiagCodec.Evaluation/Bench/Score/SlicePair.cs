using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Bench.Score;

/// <summary>A slice before and after coding, as code values and as physical values.</summary>
internal sealed class SlicePair(int pixels)
{
    private readonly int[] _stored = new int[pixels];

    public ushort[] CodesBefore { get; } = new ushort[pixels];

    public ushort[] CodesAfter { get; } = new ushort[pixels];

    public double[] Before { get; } = new double[pixels];

    public double[] After { get; } = new double[pixels];

    public void Read(int z, Volume source, Volume decoded, SampleMapping mapping)
    {
        Read(z, source, mapping, CodesBefore, Before);
        Read(z, decoded, mapping, CodesAfter, After);
    }

    private void Read(int z, Volume volume, SampleMapping mapping, ushort[] codes, double[] physical)
    {
        volume.ReadSlice(z, _stored);
        mapping.ToCode(z, _stored, codes);
        var rescale = volume.RescaleOf(z);
        for (var i = 0; i < physical.Length; i++)
        {
            physical[i] = rescale.Apply(_stored[i]);
        }
    }
}
