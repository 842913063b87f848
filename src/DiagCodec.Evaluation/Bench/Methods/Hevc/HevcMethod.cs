using DiagCodec.Allocation.RateControl;
using DiagCodec.Coding.Decode;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods.Hevc;

/// <summary>HEVC at the QPs of an allocator, or at those that a search for a size finds. A folder holds the video alone.</summary>
internal sealed class HevcMethod : IBenchMethod
{
    public const string VideoName = "video.hevc";

    private readonly HevcCodec _codec;
    private readonly HevcSetting _setting;
    private readonly HevcDecoder _decoder = new() { Threads = 1 };
    private string? _identity;

    public HevcMethod(HevcCodec codec, HevcSetting setting)
    {
        (_codec, _setting) = (codec, setting);
        var passes = setting.IsRate ? HevcRate.UsualPasses : 1;
        Facts = new MethodFacts(
            setting.Method.Name,
            setting.Describe(codec),
            setting.IsRate ? "bits per voxel" : "QP",
            setting.Method.Grid,
            setting.Method.Window ? 8 : null,
            setting.Method.Window,
            setting.UsesMask,
            passes * codec.SecondsPerMegavoxel(setting.Preset));
    }

    public MethodFacts Facts { get; }

    // Threads that ask at once may each find it out, and find the same; a fault is not kept.
    public async Task<string> IdentityAsync(CancellationToken cancellation) =>
        _identity ??= $"{await EncoderIdentity.OfAsync(_codec.Open(), _setting.Preset, cancellation)}; {_setting.Identity()}";

    public async Task<CodedCase> EncodeAsync(BenchInput input, double parameter, string folder, CancellationToken cancellation)
    {
        var run = new HevcRun(_codec.Open(), _setting, input);
        var path = Path.Combine(folder, VideoName);
        if (_setting.IsRate)
        {
            var slices = input.Prepared.Series.Volume.Slices;
            var target = RateTarget.OfBitrate(parameter * input.Voxels / slices, slices);
            return await HevcRate.EncodeAsync(run, target, slices, path, cancellation);
        }

        var map = run.MapAt((int)parameter);
        return run.Result(await run.EncodeAsync((int)parameter, map, path, cancellation), map);
    }

    public async Task<string> DecodeAsync(
        string folder, FrameFormat format, int frames, Action<int, ReadOnlyMemory<byte>> take, CancellationToken cancellation)
    {
        using var video = Open(Path.Combine(folder, VideoName));
        try
        {
            await _decoder.DecodeAsync(video, format, frames, take, cancellation);
        }
        catch (VerificationException e)
        {
            throw new ToolException($"{VideoName}: {e.Message}", e);
        }

        return $"{_decoder.CommandLine(format)} < {VideoName}";
    }

    private static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{path}: cannot be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }
}
