using System.Security.Cryptography;
using System.Text;
using DiagCodec.Allocation;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.RateControl;
using DiagCodec.Coding.Decode;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.QpMaps;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods.Hevc;

/// <summary>HEVC at the QPs of an allocator, or at those that a search for a size finds. A folder holds the video alone.</summary>
internal sealed class HevcMethod : IPlannedMethod, IDisposable
{
    public const string VideoName = "video.hevc";

    private readonly HevcCodec _codec;
    private readonly HevcSetting _setting;
    private readonly LoadedPolicy? _policy;
    private readonly HevcDecoder _decoder = new() { Threads = 1 };
    private string? _encoder;
    private string? _identity;

    /// <param name="codec">That codes.</param>
    /// <param name="setting">With the document of its policy, where it has one.</param>
    /// <param name="policy">Null where the setting has none, or where the method is only to describe itself; disposed of with this.</param>
    public HevcMethod(HevcCodec codec, HevcSetting setting, LoadedPolicy? policy = null)
    {
        (_codec, _setting, _policy) = (codec, setting, policy);
        var passes = setting.IsRate ? HevcRate.UsualPasses : setting.IsSearch ? Math.Min(HevcSearch.UsualTrials, setting.Candidates) : 1;
        Facts = new MethodFacts(
            setting.Method.Name,
            setting.Describe(codec),
            HevcSetting.OtherGrid(setting.Method)?.Parameter ?? "QP",
            setting.Method.Grid,
            setting.Method.Window ? 8 : null,
            setting.Method.Window,
            setting.UsesMask,
            passes * codec.SecondsPerMegavoxel(setting.Preset))
        {
            AsksNetwork = setting.IsSearch,
            TunedParameters = setting.Policy is { } document ? Tuned(document) : null,
        };
    }

    public MethodFacts Facts { get; }

    public async Task<string> IdentityAsync(CancellationToken cancellation) =>
        _identity ??= $"{await EncoderAsync(cancellation)}; {_setting.Identity()}";

    public async Task<BenchPlan?> PlanAsync(BenchInput input, double parameter, CancellationToken cancellation)
    {
        if (_setting.IsRate)
        {
            return null;
        }

        var encoder = await EncoderAsync(cancellation);
        if (_setting.IsSearch)
        {
            var trials = new HevcTrials(_codec.Open(), input, Identify);
            var (found, time) = await HevcSearch.RunAsync(_codec, _setting, _policy?.Load(cancellation), trials, input, parameter, cancellation);
            return new BenchPlan(found, Identify(found), time);
        }

        var run = Open(input, _policy?.Open(parameter, cancellation) ?? _setting.OpenAllocator());
        var asked = _setting.IsPolicy ? QpMap.LowestQp : (int)parameter;
        var map = run.MapAt(asked);
        var plan = run.PlanOf(_setting.IsPolicy ? map.Frames[0].FrameQp : asked, map);
        return new BenchPlan(plan, Identify(plan), run.Allocation);

        string Identify(CodingPlan of) => $"{encoder}; {Identity(of)}";
    }

    public async Task<CodedCase> EncodeAsync(BenchInput input, BenchPlan plan, string folder, CancellationToken cancellation)
    {
        var run = Open(input, new UniformAllocator());
        var video = await run.EncodeAsync(plan.Plan, Path.Combine(folder, VideoName), cancellation);
        return run.Result(video, plan.Plan.Map) with { Allocation = plan.Allocation };
    }

    public async Task<CodedCase> EncodeAsync(BenchInput input, double parameter, string folder, CancellationToken cancellation)
    {
        if (await PlanAsync(input, parameter, cancellation) is { } plan)
        {
            return await EncodeAsync(input, plan, folder, cancellation);
        }

        var slices = input.Prepared.Series.Volume.Slices;
        var target = RateTarget.OfBitrate(parameter * input.Voxels / slices, slices);
        return await HevcRate.EncodeAsync(Open(input, _setting.OpenAllocator()), target, slices, Path.Combine(folder, VideoName), cancellation);
    }

    public async Task<string> DecodeAsync(
        string folder, FrameFormat format, int frames, Action<int, ReadOnlyMemory<byte>> take, CancellationToken cancellation)
    {
        using var video = OpenVideo(Path.Combine(folder, VideoName));
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

    /// <summary>Gives the policy's memory back; the method can still be used.</summary>
    public void Dispose() => _policy?.Dispose();

    private HevcRun Open(BenchInput input, IBitAllocator allocator) => new(_codec.Open(), _setting, input, allocator);

    // Threads that ask at once may each find it out, and find the same; a fault is not kept.
    private async Task<string> EncoderAsync(CancellationToken cancellation) =>
        _encoder ??= await EncoderIdentity.OfAsync(_codec.Open(), _setting.Preset, cancellation);

    private string Identity(CodingPlan plan)
    {
        using var text = new StringWriter();
        QpMapJson.Write(text, plan.Map);
        var qps = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        return _codec.ObeysMapAlone ? $"qps {qps}" : FormattableString.Invariant($"qps {qps}, base QP {plan.BaseQp}, gop {plan.Gop}");
    }

    private static long Tuned(PolicyDocument policy) =>
        policy.History is [.., { Kind: PolicyStep.Finetune, Parameters: var parameters }] ? parameters : 0;

    private static FileStream OpenVideo(string path)
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
