using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;

/// <summary>Videos that are not what they were, as a bench finds them when a disk was full or somebody meddled.</summary>
public sealed class HevcFaultTests : IDisposable
{
    private readonly FreshFolder _folder = new();
    private readonly BenchInput _input = HevcCases.Phantom(6);
    private readonly IImageMethod _method = HevcCases.Method(HevcCases.Setting());

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.8)]
    public async Task A_truncated_video_is_told(double kept)
    {
        await EncodeAsync();
        var video = File.ReadAllBytes(_folder.Video);
        File.WriteAllBytes(_folder.Video, video[..(int)(kept * video.Length)]);
        await RefusedAsync(6, "of 6 frames");
    }

    [Fact]
    public async Task Noise_is_no_video()
    {
        var noise = new byte[100_000];
        new Random(1).NextBytes(noise);
        File.WriteAllBytes(_folder.Video, noise);
        await RefusedAsync(6, "of 6 frames");
    }

    [Fact]
    public async Task A_video_without_its_head_is_told()
    {
        await EncodeAsync();
        var video = File.ReadAllBytes(_folder.Video);
        video.AsSpan(0, 200).Clear();
        File.WriteAllBytes(_folder.Video, video);
        await RefusedAsync(6, "of 6 frames");
    }

    [Theory]
    [InlineData(5, "goes on after 5 frames")]
    [InlineData(7, "after 6 of 7 frames")]
    public async Task Another_number_of_frames_is_told(int frames, string words)
    {
        await EncodeAsync();
        await RefusedAsync(frames, words);
    }

    [Fact]
    public Task A_missing_video_is_told() => RefusedAsync(6, "cannot be read");

    /// <summary>What is the caller's own fault comes through as it is.</summary>
    [Fact]
    public async Task A_fault_of_the_taker_is_not_the_videos()
    {
        await EncodeAsync();
        await Assert.ThrowsAsync<IOException>(() => _method.DecodeAsync(
            _folder.Path, _input.Prepared.Frames.Format, 6, (_, _) => throw new IOException("the taker's"), CancellationToken.None));
    }

    private Task<CodedCase> EncodeAsync() => _method.EncodeAsync(_input, 32, _folder.Path, CancellationToken.None).WaitAsync(HevcCases.Watchdog);

    private async Task RefusedAsync(int frames, string words)
    {
        var fault = await Assert.ThrowsAsync<ToolException>(() => HevcCases.DecodeAsync(_method, _folder.Path, _input.Prepared.Frames.Format, frames));
        Assert.Contains("video.hevc", fault.Message, StringComparison.Ordinal);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }
}
