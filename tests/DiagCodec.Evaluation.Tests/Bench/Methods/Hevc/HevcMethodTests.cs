using DiagCodec.Allocation;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;

public sealed class HevcMethodTests : IDisposable
{
    private readonly FreshFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false, 12)]
    [InlineData(true, 8)]
    public async Task What_is_decoded_is_what_the_encoder_saw(bool window, int depth)
    {
        var input = HevcCases.Phantom(window: window);
        var setting = HevcCases.Setting() with { Window = window };
        var method = HevcCases.Method(setting);
        Assert.Equal((window ? 8 : null, window, false, false), (method.Facts.BitDepth, method.Facts.IsWindowed, method.Facts.UsesMask, method.Facts.IsLossless));

        var coded = await HevcCases.EncodeAsync(setting, input, _folder.Path);
        Assert.Equal(["video.hevc"], _folder.Names());
        Assert.Equal(new FileInfo(_folder.Video).Length, coded.Bytes);

        var format = input.Prepared.Frames.Format;
        Assert.Equal(depth, format.BitDepth);
        var (hash, frames, command) = await HevcCases.DecodeAsync(method, _folder.Path, format, 4);
        Assert.Equal(coded.ReconstructionSha256, hash);
        Assert.Equal([0, 1, 2, 3], frames);
        Assert.StartsWith("ffmpeg ", command, StringComparison.Ordinal);
        Assert.Contains(" -threads 1 ", command, StringComparison.Ordinal);
        Assert.EndsWith(" < video.hevc", command, StringComparison.Ordinal);
        Assert.Equal(["video.hevc"], _folder.Names());
    }

    [Fact]
    public async Task Commands_and_identity_tell_program_and_options_but_no_paths()
    {
        var setting = HevcCases.Setting(Allocators.Roi) with { Block = 16 };
        var coded = await HevcCases.EncodeAsync(setting, HevcCases.Phantom(), _folder.Path);
        var identity = await HevcCases.Method(setting).IdentityAsync(CancellationToken.None);
        foreach (var line in new[] { Assert.Single(coded.Commands), identity })
        {
            Assert.Contains("x265", line, StringComparison.Ordinal);
            Assert.Contains("rc-lookahead", line, StringComparison.Ordinal);
            Assert.DoesNotContain(Path.GetTempPath(), line, StringComparison.Ordinal);
            Assert.DoesNotContain(AppContext.BaseDirectory, line, StringComparison.Ordinal);
            Assert.DoesNotContain("video.hevc", line, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', line);
        }
    }

    [Fact]
    public async Task The_map_follows_setting_and_mask()
    {
        var setting = HevcCases.Setting(Allocators.Roi, 30) with { Block = 32, Gop = "flat", Foreground = -2, Background = 7 };
        Assert.True(HevcCases.Method(setting).Facts.UsesMask);
        var coded = await HevcCases.EncodeAsync(setting, HevcCases.Phantom(), _folder.Path);

        // The mask covers columns 32 to 47 and rows 40 to 59: of 3 x 3 blocks of 32, the one in the middle.
        Assert.Equal((32, 3, 3), (coded.Map!.BlockSize, coded.Map.Columns, coded.Map.Rows));
        Assert.Equal([37, 37, 37, 37, 28, 37, 37, 37, 37], Enumerable.Range(0, 9).Select(b => coded.Map.AbsoluteQp(2, b)));
        Assert.True(coded.Allocation > TimeSpan.Zero);
    }

    [Fact]
    public async Task A_coarser_background_saves_bits()
    {
        using var other = new FreshFolder();
        var input = HevcCases.Phantom();
        var uniform = await HevcCases.EncodeAsync(HevcCases.Setting(), input, _folder.Path);
        var roi = await HevcCases.EncodeAsync(HevcCases.Setting(Allocators.Roi) with { Block = 16, Background = 6 }, input, other.Path);
        Assert.True(roi.Bytes < 0.9 * uniform.Bytes, $"{roi.Bytes} bytes with the map, {uniform.Bytes} without");
    }

    [Theory]
    [InlineData(64)]
    [InlineData(16)]
    public async Task A_map_without_offsets_gives_the_uniform_video(int block)
    {
        using var other = new FreshFolder();
        var input = HevcCases.Phantom();
        await HevcCases.EncodeAsync(HevcCases.Setting() with { Block = block }, input, _folder.Path);
        await HevcCases.EncodeAsync(HevcCases.Setting(Allocators.Roi) with { Block = block, Background = 0, Foreground = 0 }, input, other.Path);
        Assert.Equal(File.ReadAllBytes(_folder.Video), File.ReadAllBytes(other.Video));
    }

    [Theory]
    [InlineData("linear")]
    [InlineData("sqrt")]
    [InlineData("roi")]
    public async Task An_empty_mask_leaves_the_QPs_uniform(string allocator)
    {
        using var other = new FreshFolder();
        var input = HevcCases.Phantom(2, emptyMask: true);
        var coded = await HevcCases.EncodeAsync(HevcCases.Setting(allocator), input, _folder.Path);
        Assert.All(coded.Map!.Frames, (f, i) => Assert.Equal((GopStructure.Step.FrameQp(32, i), false), (f.FrameQp, f.HasOffsets)));
        await HevcCases.EncodeAsync(HevcCases.Setting(), input, other.Path);
        Assert.Equal(File.ReadAllBytes(_folder.Video), File.ReadAllBytes(other.Video));
    }

    [Fact]
    public async Task The_same_again_gives_the_same_bytes()
    {
        using var other = new FreshFolder();
        var setting = HevcCases.Setting("exponential") with { Block = 16, Gop = "ldp8" };
        var first = await HevcCases.EncodeAsync(setting, HevcCases.Phantom(), _folder.Path);
        var second = await HevcCases.EncodeAsync(setting, HevcCases.Phantom(), other.Path);
        Assert.Equal(first.ReconstructionSha256, second.ReconstructionSha256);
        Assert.Equal(File.ReadAllBytes(_folder.Video), File.ReadAllBytes(other.Video));
    }

    [Fact]
    public async Task A_cancelled_run_leaves_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => HevcCases.EncodeAsync(HevcCases.Setting(), HevcCases.Phantom(1), _folder.Path, cancelled.Token));
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public async Task A_folder_that_is_not_there_cannot_be_written()
    {
        var fault = await Assert.ThrowsAsync<OutputException>(
            () => HevcCases.EncodeAsync(HevcCases.Setting(), HevcCases.Phantom(1), Path.Combine(_folder.Path, "nowhere")));
        Assert.Contains("cannot be written", fault.Message, StringComparison.Ordinal);
    }
}
