using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;

public sealed class HevcRateTests : IDisposable
{
    private readonly FreshFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0.3, false)]
    [InlineData(1.5, false)]
    [InlineData(0.3, true)]
    public async Task The_video_has_the_size_asked_for(double bitsPerVoxel, bool window)
    {
        var input = HevcCases.Phantom(16, window);
        var setting = HevcCases.Setting("rate", bitsPerVoxel) with { Window = window };
        var method = HevcCases.Method(setting);
        Assert.Equal(("bits per voxel", false), (method.Facts.Parameter, method.Facts.UsesMask));

        var coded = await HevcCases.EncodeAsync(setting, input, _folder.Path);
        Assert.Equal(["video.hevc"], _folder.Names());
        Assert.Equal(new FileInfo(_folder.Video).Length, coded.Bytes);
        Assert.InRange(8.0 * coded.Bytes / input.Voxels / bitsPerVoxel, 0.98, 1.02);

        // The video, its map and its hash are of the same pass.
        var (hash, _, _) = await HevcCases.DecodeAsync(method, _folder.Path, input.Prepared.Frames.Format, 16);
        Assert.Equal(coded.ReconstructionSha256, hash);
        Assert.InRange(coded.Map!.Frames.Max(f => f.FrameQp) - coded.Map.Frames.Min(f => f.FrameQp), 3, 4);
    }

    /// <summary>A single frame has whole QPs only, so that most sizes lie between two of them.</summary>
    [Fact]
    public async Task Where_no_QP_gives_the_size_the_nearest_is_taken()
    {
        const int Wanted = 24;
        var input = HevcCases.Phantom(1);
        var sizes = new List<long>();
        for (var qp = Wanted - 2; qp <= Wanted + 2; qp++)
        {
            using var folder = new FreshFolder();
            sizes.Add((await HevcCases.EncodeAsync(HevcCases.Setting(parameter: qp), input, folder.Path)).Bytes);
        }

        // A little nearer to the size at the wanted QP than to that of the next.
        var target = (0.6 * sizes[2]) + (0.4 * sizes[3]);
        Assert.True(sizes[2] - sizes[3] > 0.04 * target, string.Join(' ', sizes));
        var coded = await HevcCases.EncodeAsync(HevcCases.Setting("rate", 8 * target / input.Voxels), input, _folder.Path);
        Assert.Equal((sizes[2], Wanted), (coded.Bytes, coded.Map!.Frames[0].FrameQp));
    }

    [Theory]
    [InlineData(0.001, "even at base QP 51")]
    [InlineData(50, "at base QP 0")]
    public async Task What_is_out_of_reach_is_told(double bitsPerVoxel, string words)
    {
        var fault = await Assert.ThrowsAsync<UsageException>(
            () => HevcCases.EncodeAsync(HevcCases.Setting("rate", bitsPerVoxel), HevcCases.Phantom(2), _folder.Path));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
        Assert.Empty(_folder.Names());
    }
}
