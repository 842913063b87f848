using System.Collections.Immutable;
using DiagCodec.Allocation.Policies;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Environment;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.States;
using DiagCodec.Allocation.Policies.Training;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Networks.Models;
using TorchSharp;

namespace DiagCodec.Evaluation.Policies;

/// <summary>cases -> tables -> agents -> policy folder. What was measured and learnt is kept beside the policy, so that a run that was cut off goes on.</summary>
public sealed class PolicyTraining
{
    private const string RunSuffix = ".run";
    private const int DefaultBlock = 64;

    private readonly PolicyTrainingOptions _options;
    private readonly PolicyFolder? _parent;
    private readonly IVideoEncoder _encoder;
    private readonly torch.Device _device;

    /// <param name="options">What and how.</param>
    /// <param name="parent">The policy to tune; null: a new one.</param>
    /// <param name="encoder">Codes the tables.</param>
    /// <param name="device">Where the agents learn.</param>
    /// <exception cref="UsageException">Options are out of range.</exception>
    public PolicyTraining(PolicyTrainingOptions options, PolicyFolder? parent, IVideoEncoder encoder, torch.Device device)
    {
        options.Validate();
        (_options, _parent, _encoder, _device) = (options, parent, encoder, device);
    }

    /// <param name="output">Folder of the policy; a folder of the same name with .run behind it holds what was measured.</param>
    /// <param name="overwrite">Whether a policy that is there is replaced.</param>
    /// <param name="progress">Stage, done, total.</param>
    /// <param name="note">Gets a line for everything unusual.</param>
    /// <param name="cancellation">Leaves what is whole.</param>
    /// <exception cref="InvalidInputException">Data, model or policy are missing or broken, or the environment gives nothing to learn from.</exception>
    public async Task<PolicyTrainingResult> RunAsync(
        string output, bool overwrite, IProgress<(string Stage, int Done, int Total)> progress, Action<string> note, CancellationToken cancellation)
    {
        if (Directory.Exists(output) && !overwrite)
        {
            throw new OutputException($"{output}: is there already; choose another name, or say --overwrite");
        }

        var cases = PolicyCases.Find(_options);
        var document = Draft(cases);
        var run = Path.TrimEndingDirectorySeparator(output) + RunSuffix;
        OutputFolder.Make(run);
        var identity = await EncoderIdentity.OfAsync(_encoder, _options.Preset, cancellation);
        var clips = new PolicyClips(cases, _options, _encoder, identity, new ClipTableStore(Path.Combine(run, "tables")));
        var (training, validation) = await TablesAsync(cases, clips, document, progress, note, cancellation);
        var plan = Plan(document, training, validation);
        using var network = Network(document, cancellation);
        var curve = new PolicyTrainingRun(plan, _device).Run(network, run, new Steps(progress, note), cancellation);
        var checks = await CheckAsync(clips, document, network, training, progress, cancellation);
        var step = Step(cases, network, PolicyTrainingRun.Best(curve).Iteration);
        var written = PolicyFolder.Write(
            output, document with { History = document.History.Add(step) }, network, PolicyCard.Of(document, step, curve, plan, checks), overwrite, cancellation);
        return new PolicyTrainingResult(written, curve, checks, Compared(plan, document, network));
    }

    private PolicyDocument Draft(PolicyCases cases)
    {
        var task = cases.Unseen.Task;
        var parent = _parent?.Document;
        return new PolicyDocument(
            PolicyDocument.CurrentSchema,
            _options.Name,
            parent is null ? $"Policy pretrained with {task.Name}" : $"Policy for {task.Name}: {_options.Strategy.Word()}, {cases.Training.Length} shot{(cases.Training.Length == 1 ? "" : "s")}",
            task.Name,
            new StateWindow(task.Input.Low, task.Input.High),
            _options.Block ?? parent?.Block ?? DefaultBlock,
            _options.Margin ?? parent?.Margin ?? 0,
            parent?.Actions ?? _options.Actions,
            parent?.Tradeoffs ?? _options.Tradeoffs,
            (parent?.Adapters ?? AgentParts.None) | (_options.Strategy.Parts() & AgentParts.Adapters),
            new PolicyWeights(PolicyFolder.WeightsFile, new string('0', 64)),
            parent?.History ?? [],
            parent?.Licence ?? "MIT");
    }

    private static async Task<(ImmutableArray<PolicyClip> Training, ImmutableArray<PolicyClip> Validation)> TablesAsync(
        PolicyCases cases, PolicyClips clips, PolicyDocument document, IProgress<(string, int, int)> progress, Action<string> note, CancellationToken cancellation)
    {
        var done = 0;
        var made = new List<PolicyClip>();
        foreach (var source in cases.Training.Concat(cases.Validation))
        {
            var clip = await clips.OfAsync(source, document, () => progress.Report(("coding plan", Interlocked.Increment(ref done), clips.Plans)), cancellation);
            foreach (var words in EnvironmentCheck.Faults(clip.Table))
            {
                note($"{source.Name}: {words}");
            }

            made.Add(clip);
        }

        return ([.. made.Take(cases.Training.Length)], [.. made.Skip(cases.Training.Length)]);
    }

    private PolicyTrainingPlan Plan(PolicyDocument document, ImmutableArray<PolicyClip> training, ImmutableArray<PolicyClip> validation)
    {
        var learning = _options.Learning;
        var hash = ClipTableStore.Key(
            [
                .. training.Concat(validation).Select(c => c.Identity),
                FormattableString.Invariant($"{training.Length} {document.Block} {document.Margin} {document.Window} {document.Adapters} {_options.Strategy}"),
                string.Join(' ', document.Tradeoffs),
                string.Join(' ', document.Actions.FramePairs) + string.Join(' ', document.Actions.ForegroundOffsets) + string.Join(' ', document.Actions.BackgroundOffsets) + document.Actions.FirstOffset,
                FormattableString.Invariant($"{_options.Reward.Scale} {_options.Reward.Reference} {_options.Reward.AnchorQp} {string.Join(' ', _options.Reward.Shifts)}"),
                $"{learning}",
                _parent?.Document.Weights.Sha256 ?? "",
            ]);
        return new PolicyTrainingPlan(
            [.. document.Tradeoffs.Select(t => t * _options.Reward.Scale)],
            _options.Strategy.Parts(),
            [.. training.Select(c => c.Episode)],
            [.. validation.Select(c => c.Episode)],
            learning,
            hash);
    }

    /// <summary>Random, or the parent's, with new adapters where the strategy wants some.</summary>
    private PolicyNetwork Network(PolicyDocument document, CancellationToken cancellation)
    {
        var network = PolicyNetwork.Create(
            document.Actions.FrameActions, document.Actions.CtuActions, document.Tradeoffs.Length, document.Adapters, _options.Learning.Seed, _device);
        if (_parent is not null)
        {
            using var parent = _parent.Load(_device, cancellation);
            network.load_state_dict(parent.Network.state_dict(), strict: false);
            network.Frame.Soften(_options.Strategy.Parts(), _options.Learning.Softening);
            network.Ctu.Soften(_options.Strategy.Parts(), _options.Learning.Softening);
        }

        return network;
    }

    private async Task<ImmutableArray<TableCheck>> CheckAsync(
        PolicyClips clips, PolicyDocument document, PolicyNetwork network, ImmutableArray<PolicyClip> training, IProgress<(string, int, int)> progress, CancellationToken cancellation)
    {
        var checks = ImmutableArray.CreateBuilder<TableCheck>();
        var clip = training[0];
        var count = Math.Min(_options.Checks, document.Tradeoffs.Length);
        for (var i = 0; i < count; i++)
        {
            // Spread over the trade-offs, the first and the last among them.
            var k = count == 1 ? document.Tradeoffs.Length / 2 : i * (document.Tradeoffs.Length - 1) / (count - 1);
            var decisions = PolicyDecider.Decide(network, _device, clip.Episode.States, k);
            var map = decisions.ToMap(document.Actions, Classes(clip.Clip, document), clip.Clip.Prepared.Frames.Format, document.Block);
            var real = await clips.CodeAsync(clip, map, cancellation);
            var anchor = Enumerable.Range(0, clip.Table.Frames).Average(t => clip.Table.Bits(t, _options.Reward.AnchorQp, _options.Reward.AnchorQp));
            var voxels = Math.Max(1, 2.0 * clip.Table.OwnVoxels);
            var own = _options.Reward.Reference == AccuracyReference.Own
                ? clip.Episode.Table
                : ActionTable.Of(clip.Table, document.Actions, _options.Reward with { Reference = AccuracyReference.Own }, QpMap.HighestCodedQpAt(clip.Clip.Prepared.Frames.Format.BitDepth));
            checks.Add(new TableCheck(
                clip.Clip.Name,
                document.Tradeoffs[k],
                Enumerable.Range(0, clip.Table.Frames).Sum(t => own.Bits(t, decisions.Gops[GopLayout.GopOf(t)], decisions.Frames[t])) * anchor,
                real.Bits.Sum(),
                Enumerable.Range(0, clip.Table.Frames).Average(t => own.Distortion(t, decisions.Gops[GopLayout.GopOf(t)], decisions.Frames[t])),
                real.OwnErrors.Sum() / voxels));
            progress.Report(("checking plan", i + 1, count));
        }

        return checks.ToImmutable();
    }

    private static Func<int, bool[]> Classes(EnvironmentClip clip, PolicyDocument document)
    {
        var shares = new MaskShares(clip.Mask, clip.Prepared.Frames.Format, clip.Frames, document.Block);
        return i => BlockClasses.Foreground(shares.Of(i), shares.Columns, document.Margin);
    }

    private PolicyStep Step(PolicyCases cases, PolicyNetwork network, int best) => new(
        _parent is null ? "pretrain" : "finetune",
        _options.Tool,
        _options.Command,
        cases.Unseen.Task.Name,
        _options.Strategy.Word(),
        network.Count(_options.Strategy.Parts(), Tradeoffs),
        [.. cases.Training.Select(c => c.Name)],
        [.. cases.Validation.Select(c => c.Name)],
        _options.Learning.Iterations,
        best,
        _options.Learning.Seed,
        _parent?.Document.Weights.Sha256);

    private int Tradeoffs => (_parent?.Document.Tradeoffs ?? _options.Tradeoffs).Length;

    private ImmutableArray<PolicyComparison> Compared(PolicyTrainingPlan plan, PolicyDocument document, PolicyNetwork network) =>
    [
        .. plan.Training.Concat(plan.Validation).SelectMany((episode, i) => document.Tradeoffs.Select((tradeoff, k) => new PolicyComparison(
            episode.Table.Name,
            i >= plan.Training.Length,
            tradeoff,
            episode.Table.Return(PolicyDecider.Decide(network, _device, episode.States, k), plan.Weights[k]),
            plan.BestSingle[episode.Table.Name][k]))),
    ];

    private sealed class Steps(IProgress<(string, int, int)> progress, Action<string> note) : IProgress<PolicyTrainingProgress>
    {
        public void Report(PolicyTrainingProgress value)
        {
            if (value.Note is { } words)
            {
                note(words);
            }

            progress.Report(("learning, step", value.Iteration, value.Total));
        }
    }
}
