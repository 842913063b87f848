using System.Diagnostics;
using DiagCodec.Allocation;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Evaluation.Bench.Methods.Hevc;

/// <summary>A case while a method codes it, in one pass or more: what they took together. For one thread.</summary>
internal sealed class HevcRun
{
    private readonly IVideoEncoder _encoder;
    private readonly HevcSetting _setting;
    private readonly BenchInput _input;
    private readonly IBitAllocator _allocator;
    private readonly Stopwatch _allocation = new();
    private readonly Dictionary<int, QpMap> _maps = [];
    private readonly List<string> _commands = [];

    public HevcRun(IVideoEncoder encoder, HevcSetting setting, BenchInput input, IBitAllocator allocator) =>
        (_encoder, _setting, _input, _allocator) = (encoder, setting, input, allocator);

    /// <summary>What choosing QPs took so far.</summary>
    public TimeSpan Allocation => _allocation.Elapsed;

    /// <param name="baseQp">0 to 51, which policies do not look at; its map is made once.</param>
    public QpMap MapAt(int baseQp)
    {
        if (_maps.TryGetValue(baseQp, out var known))
        {
            return known;
        }

        var frames = _input.Prepared.Frames;
        _allocation.Start();
        var map = _allocator.Allocate(new AllocationRequest(frames.Format, frames.Count, baseQp, _setting.Gop, _setting.Block)
        {
            Mask = _input.Mask,
            Slices = _input.Prepared.Series.Volume,
        });
        _allocation.Stop();
        return _maps[baseQp] = map;
    }

    /// <param name="baseQp">That the map was made for, 0 to 51.</param>
    /// <param name="map">Frame QPs and block offsets.</param>
    public CodingPlan PlanOf(int baseQp, QpMap map) => new(_setting.Allocator, baseQp, _setting.Gop.Name, _setting.Preset, map);

    /// <param name="plan">Of this case.</param>
    /// <param name="path">Where the video goes; one that is there is replaced. Nothing else is left.</param>
    /// <param name="cancellation">Ends the encoder.</param>
    /// <exception cref="ToolException">The encoder failed.</exception>
    /// <exception cref="OutputException">The video cannot be written.</exception>
    public async Task<EncodedVideo> EncodeAsync(CodingPlan plan, string path, CancellationToken cancellation)
    {
        using var work = new WorkFolder();
        var video = await _encoder.EncodeAsync(new EncodeRequest(_input.Prepared.Frames, plan, work.Path) { Threads = 1 }, cancellation);
        Move(video.Path, path);
        var command = $"{video.Encoder}: {video.Options}".ReplaceLineEndings(" ");
        if (!_commands.Contains(command))
        {
            _commands.Add(command);
        }

        return video with { Path = path };
    }

    /// <exception cref="OutputException">The place cannot be written.</exception>
    public static void Move(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{to}: cannot be written: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    /// <param name="video">The pass that counts.</param>
    /// <param name="map">Its QPs.</param>
    public CodedCase Result(EncodedVideo video, QpMap map) => new(video.Bytes, [.. _commands])
    {
        Map = map,
        ReconstructionSha256 = video.ReconstructionSha256,
        Allocation = _allocation.Elapsed,
    };
}
