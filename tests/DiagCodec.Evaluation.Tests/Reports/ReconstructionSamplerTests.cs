using System.Runtime.InteropServices;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Reports.Encode;

namespace DiagCodec.Evaluation.Tests.Reports;

public sealed class ReconstructionSamplerTests
{
    [Fact]
    public void Keeps_copies_of_the_chosen_slices_only()
    {
        var prepared = PreparedSeries.Of(DiskSeries.Make(), null, null, null);
        var sampler = new ReconstructionSampler(prepared, [4, 1]);
        var frame = new byte[prepared.Frames.Format.FrameBytes];
        for (var z = 0; z < prepared.Frames.Count; z++)
        {
            prepared.Frames.Write(z, frame);
            sampler.Take(z, frame);
        }

        var source = new int[prepared.Series.Volume.PixelsPerSlice];
        prepared.Series.Volume.ReadSlice(1, source);
        Array.Fill(frame, byte.MaxValue);
        Assert.Equal([1, 4], sampler.Slices.ToArray());
        Assert.Equal(source, sampler.Decoded(1)!.Value.ToArray());
        Assert.Null(sampler.Decoded(0));
        Assert.All(sampler.Errors, e => Assert.Equal(new SliceError(source.Length, 0, 0, 0), e));
    }

    [Fact]
    public void Padding_comes_back_and_does_not_dilute_errors()
    {
        var series = DiskSeries.Make(slices: 1, padded: true);
        var prepared = PreparedSeries.Of(series, null, null, null);
        var frame = new byte[prepared.Frames.Format.FrameBytes];
        prepared.Frames.Write(0, frame);
        foreach (ref var code in MemoryMarshal.Cast<byte, ushort>(frame.AsSpan()))
        {
            code = (ushort)Math.Max(0, code - 1);
        }

        var sampler = new ReconstructionSampler(prepared);
        sampler.Take(0, frame);
        Assert.Equal(DiskSeries.PaddingValue, sampler.Decoded(0)!.Value.Span[0]);
        var error = sampler.Errors[0]!.Value;
        Assert.Equal(92 * 72, error.Voxels);
        Assert.Equal(1, error.Max);
        Assert.Equal(error.Squared, error.Absolute);
        Assert.InRange(error.MeanAbsolute, 0.9, 1);
    }

    [Fact]
    public void A_slice_that_is_not_there_is_refused()
    {
        var prepared = PreparedSeries.Of(DiskSeries.Make(slices: 2), null, null, null);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReconstructionSampler(prepared, [2]));
    }
}
