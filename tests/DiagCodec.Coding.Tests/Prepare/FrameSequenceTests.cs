using System.Runtime.InteropServices;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Tests.Prepare;

public sealed class FrameSequenceTests
{
    public static TheoryData<int, int> Sizes => new()
    {
        { 1, 1 }, { 1, 2 }, { 2, 1 }, { 3, 3 }, { 1, 130 }, { 63, 65 }, { 64, 64 }, { 65, 63 }, { 65, 65 }, { 100, 37 }, { 129, 69 }, { 130, 70 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Unmapping_undoes_a_frame_at_every_depth_and_layout(int columns, int rows)
    {
        foreach (var depth in (int[])[8, 10, 12])
        {
            foreach (var chroma in Enum.GetValues<ChromaFormat>())
            {
                var volume = Volumes.Random(columns + depth, columns, rows, 2, SampleFormat.Int16, -1024, -1024 + (1 << depth) - 1);
                var mapping = SampleMappingChoice.For(volume, depth, null);
                var frames = new FrameSequence(volume, mapping, PaddingRuns.Find(volume), chroma);
                var unmapping = new SliceUnmapping(columns, rows, frames.Format, mapping);
                var frame = new byte[frames.Format.FrameBytes];
                for (var z = 0; z < 2; z++)
                {
                    frames.Write(z, frame);
                    Assert.Equal(Volumes.SliceOf(volume, z), unmapping.Luma(z, frame).ToArray());
                    AssertNeutral(frames.Format, frame);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Chroma_planes_come_back_exactly(int columns, int rows)
    {
        foreach (var (format, depth) in ((SampleFormat, int)[])[(SampleFormat.UInt8, 8), (SampleFormat.UInt8, 12), (SampleFormat.UInt16, 10), (SampleFormat.UInt16, 12)])
        {
            var high = Math.Min(Volumes.RangeOf(format).High, (1 << depth) - 1);
            var random = new Random(rows);
            var planes = 2 * ((columns + 1) / 2) * ((rows + 1) / 2);
            var volume = Volumes.Random(depth, columns, rows, 2, format, 0, high)
                .WithChroma(Volumes.Values(random, planes, 0, high), Volumes.Values(random, planes, 0, high));
            var mapping = SampleMappingChoice.For(volume, depth, null);
            var frames = new FrameSequence(volume, mapping, PaddingRuns.Find(volume), ChromaFormat.Chroma420);
            var unmapping = new SliceUnmapping(columns, rows, frames.Format, mapping);
            var frame = new byte[frames.Format.FrameBytes];
            for (var z = 0; z < 2; z++)
            {
                frames.Write(z, frame);
                Assert.Equal(Volumes.SliceOf(volume, z), unmapping.Luma(z, frame).ToArray());
                Assert.Equal(volume.Chroma!.Value[z].ToArray(), unmapping.Chroma(frame, format, volume.BitsStored).ToArray());
            }
        }
    }

    [Theory]
    [InlineData(SampleFormat.UInt8, 8, 255)]
    [InlineData(SampleFormat.UInt16, 10, 1023)]
    [InlineData(SampleFormat.UInt16, 16, 4095)]
    public void Decoded_chroma_beyond_the_source_format_is_clipped(SampleFormat format, int bits, int largest)
    {
        var coded = new FrameFormat(2, 2, 12, ChromaFormat.Chroma420).Coded();
        var frame = new byte[coded.FrameBytes];
        MemoryMarshal.Cast<byte, ushort>(frame.AsSpan()).Fill(4095);
        var mapping = new SampleMapping { Kind = SampleMappingKind.Shift, BitDepth = 12, Low = 0, High = 255, MaxError = 0 };
        var chroma = new SliceUnmapping(2, 2, coded, mapping).Chroma(frame, format, bits).ToArray();
        var values = new int[2];
        Volume.Widen(chroma, format, values);
        Assert.Equal([largest, largest], values);
    }

    [Fact]
    public void Small_slices_are_extended_by_their_last_column_and_row()
    {
        var volume = Volumes.Of(2, 2, SampleFormat.UInt8, [1, 2, 3, 4]);
        var mapping = SampleMappingChoice.For(volume, 8, null) with { Low = 0 };
        var frames = new FrameSequence(volume, mapping, PaddingRuns.Find(volume), ChromaFormat.Luma400);
        Assert.Equal((72, 64), (frames.Format.Width, frames.Format.Height));
        var frame = new byte[frames.Format.FrameBytes];
        frames.Write(0, frame);
        for (var y = 0; y < 64; y++)
        {
            for (var x = 0; x < 72; x++)
            {
                Assert.Equal((y == 0 ? 1 : 3) + (x == 0 ? 0 : 1), frame[(72 * y) + x]);
            }
        }
    }

    [Theory]
    [InlineData(1, 1, ChromaFormat.Luma400, 72, 64)]
    [InlineData(64, 129, ChromaFormat.Luma400, 72, 129)]
    [InlineData(73, 129, ChromaFormat.Luma400, 73, 129)]
    [InlineData(73, 129, ChromaFormat.Chroma420, 74, 130)]
    [InlineData(8191, 64, ChromaFormat.Chroma420, 8192, 64)]
    public void The_coded_size_is_wider_and_no_lower_than_a_CTU_and_even_with_chroma(int width, int height, ChromaFormat chroma, int codedWidth, int codedHeight)
    {
        var coded = new FrameFormat(width, height, 8, chroma).Coded();
        Assert.Equal((codedWidth, codedHeight), (coded.Width, coded.Height));
    }

    [Theory]
    [InlineData(8192, 4352, true)]
    [InlineData(8192, 4353, false)]
    [InlineData(8193, 64, false)]
    [InlineData(0, 64, false)]
    public void Sizes_that_the_encoder_does_not_take_are_refused_before_it_runs(int width, int height, bool taken)
    {
        var fault = Record.Exception(() => new FrameFormat(width, height, 12, ChromaFormat.Luma400).Validate("in"));
        Assert.Equal(taken, fault is null);
        Assert.True(taken || fault is InvalidInputException);
    }

    private static void AssertNeutral(FrameFormat format, byte[] frame)
    {
        var middle = 1 << (format.BitDepth - 1);
        for (var i = format.LumaSamples; i < format.LumaSamples + (2 * format.ChromaSamples); i++)
        {
            var value = format.BytesPerSample == 1 ? frame[i] : frame[2 * i] | (frame[(2 * i) + 1] << 8);
            if (value != middle)
            {
                Assert.Fail($"chroma sample {i} is {value}");
            }
        }
    }
}
