using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Environment;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.Policies.States;
using DiagCodec.Allocation.Policies.Training;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Cases;
using DiagCodec.Evaluation.Bench.Run;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Infer;

namespace DiagCodec.Evaluation.Policies;

/// <summary>cases -> clips with the network's own mask -> tables of real encodes -> episodes.</summary>
/// <param name="cases">What there is.</param>
/// <param name="options">How.</param>
/// <param name="encoder">May be used by several threads.</param>
/// <param name="encoderIdentity">Name, version and options, for what is kept.</param>
/// <param name="store">Where figures are kept.</param>
internal sealed class PolicyClips(
    PolicyCases cases, PolicyTrainingOptions options, IVideoEncoder encoder, string encoderIdentity, ClipTableStore store)
{
    private readonly ClipTableBuilder _builder = new(encoder, options.Preset, store, options.Workers);

    /// <summary>Plans that all cases take together, for progress.</summary>
    public int Plans => (cases.Training.Length + cases.Validation.Length) * CodedGrid.Of(bitDepth: 12).Length;

    /// <param name="source">One of the cases.</param>
    /// <param name="document">Of the policy: blocks, margin, window.</param>
    /// <param name="done">Told after every plan.</param>
    /// <param name="cancellation">Leaves what is there.</param>
    public async Task<PolicyClip> OfAsync(BenchCaseSource source, PolicyDocument document, Action done, CancellationToken cancellation)
    {
        var series = source.Read(cancellation).Series;
        var model = cases.Unseen.For(source.Name);
        using var first = Open(model, cancellation);
        var prepared = PreparedSeries.Of(series.Series, bitDepth: null, window: null, ChromaFormat.Luma400);
        var clip = new EnvironmentClip(source.Name, prepared, first.Segment(series.Series.Volume, cancellation), series.Truth, model.Task.Foreground);
        var weights = model.Task.Variants.Of(options.Variant)!.Sha256;
        var identity = $"{CaseHash.Of(series)} {weights} {encoderIdentity}";
        var table = await _builder.BuildAsync(clip, identity, document.Block, document.Margin, () => Open(model, cancellation), done, cancellation);
        var states = AgentStates.Of(series.Series.Volume, clip.Mask, document.Window);
        var actions = ActionTable.Of(table, document.Actions, options.Reward, QpMap.HighestCodedQpAt(prepared.Frames.Format.BitDepth));
        return new PolicyClip(clip, table, new PolicyEpisode(states, actions), identity);
    }

    /// <summary>Codes a plan for real.</summary>
    public async Task<PlanFigures> CodeAsync(PolicyClip clip, QpMap map, CancellationToken cancellation)
    {
        using var network = Open(cases.Unseen.For(clip.Clip.Name), cancellation);
        return await new PlanTrialRun(encoder, options.Preset).RunAsync(clip.Clip, map, network.Segment, cancellation);
    }

    private CaseSegmenter Open(ModelFolder model, CancellationToken cancellation) => CaseSegmenter.Load(model, options.Variant, cancellation);
}
