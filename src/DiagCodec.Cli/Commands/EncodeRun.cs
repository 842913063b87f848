using DiagCodec.Allocation;
using DiagCodec.Allocation.Policies.Search;
using DiagCodec.Allocation.RateControl;
using DiagCodec.Cli.Commands.Tasks;
using DiagCodec.Cli.Output;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Tasks;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;
using DiagCodec.LearnedCodecs.Archives;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Cli.Commands;

/// <summary>read -> prepare -> find -> allocate -> encode -> find again -> report.</summary>
internal static class EncodeRun
{
    public static async Task<int> RunAsync(EncodeOptions options, CliConsole console, CancellationToken cancellation)
    {
        options.Validate();
        var start = console.Clock.GetTimestamp();
        using var progress = new ProgressLine(console);
        using var outputs = new EncodeOutputs(options);
        var named = EncodePolicy.Named(options.Allocation);
        options = options.WithTaskOf(named);
        using var network = Network(options, cancellation);
        using var policy = EncodePolicy.Open(named, options, network, console, cancellation);
        var series = SeriesReader.Read(options.Input, options.Series, cancellation, progress.Of("reading"));
        FindingsPrinter.Print(series.Findings, console);
        var prepared = PreparedSeries.Of(
            series, options.BitDepth, options.Window, options.Chroma420 ? ChromaFormat.Chroma420 : ChromaFormat.Luma400);
        var truth = Truth(options, series, network, cancellation);
        var beforeFinding = console.Clock.GetTimestamp();
        var mask = EncodeMask.Of(options.Allocation, FollowsMask(options, policy), series, network, progress, console, cancellation);
        var finding = console.Clock.GetElapsedTime(beforeFinding);
        var planner = new EncodePlanner(options, prepared, mask.Labels, network);
        var plan = planner.Plan(policy);
        if (options.DryRun)
        {
            EncodePrinter.PrintPlan(options, prepared, plan, console);
            return ExitCodes.Done;
        }

        var watch = new EncodeWatch(options, prepared, mask.Labels);
        var video = EncodeEncoder.Open(options, cancellation);
        using var learned = video as LearnedEncoder;
        if (options.Allocation.Search is not null)
        {
            (plan, var trial) = await EncodeSearch.RunAsync(options, prepared, mask, network!, policy, video, progress, cancellation);
            video = new ProvenEncoder(video, trial);
        }

        var encoder = new SeriesEncoder(video, EncodeEncoder.Decoder(options));
        var rate = default(RateResult);
        EncodeResult result;
        if (options.Allocation.Target(prepared.Frames.Count) is { } target)
        {
            var search = new RateControlledEncoder(encoder) { OnBest = watch.Best };
            rate = await search.EncodeAsync(prepared, plan, planner.MapAt, target, options.Output, Settings, cancellation);
            (result, plan) = (rate.Encode, rate.Plan);
            RatePrinter.PrintMiss(rate, console);
        }
        else
        {
            result = await encoder.EncodeAsync(prepared, plan, options.Output, Settings(1), cancellation);
        }

        // The report divides by it, so that it is of coding alone.
        var coding = console.Clock.GetElapsedTime(start) - finding;
        outputs.WriteMap(plan.Map);
        var pass = rate?.Pass ?? 1;
        var regions = await watch.RegionsAsync(pass, cancellation);
        var agreement = network is not null && watch.ReconstructionOf(pass) is { } decoded
            ? Agreement(network, mask.Found!, network.Segment(decoded, "segmenting what was coded,", progress, cancellation), truth)
            : null;
        if (watch.SamplerOf(pass) is { } sampler)
        {
            outputs.WriteReport(new(prepared, plan, result, sampler, coding) { Mask = mask.Labels, Regions = regions, Task = agreement });
        }

        progress.Dispose();
        var task = network is null ? null : TaskSummary.Of(network, mask.Found!, agreement);
        EncodePrinter.PrintResult(options, result, rate, regions, task, console.Clock.GetElapsedTime(start), console);
        return ExitCodes.Done;

        EncodeSettings Settings(int pass) => new()
        {
            Tool = ToolVersion.NameAndNumber,
            Command = options.WithoutPaths(network?.Task.Name, policy),
            Overwrite = options.Overwrite,
            Verify = options.Verify,
            Threads = options.Threads,
            PictureHash = options.PictureHash,
            Progress = progress,
            OnReconstruction = watch.Of(pass),
        };
    }

    private static bool FollowsMask(EncodeOptions options, EncodePolicy? policy) =>
        policy is not null || options.Allocation.Search is not null || Allocators.NeedsMask(options.Allocation.Allocator);

    private static TaskNetwork? Network(EncodeOptions options, CancellationToken cancellation)
    {
        if (options.Allocation.Task is not { } choice)
        {
            return null;
        }

        if (!options.DryRun)
        {
            // Taken and given back at once: a place that cannot be written shall be known before the long work.
            new PendingFile(options.Output, options.Overwrite).Dispose();
        }

        return TaskNetwork.Open(choice, cancellation);
    }

    private static LabelMap? Truth(EncodeOptions options, ImageSeries series, TaskNetwork? network, CancellationToken cancellation)
    {
        var mapping = options.TruthLabels is { } text ? LabelMapping.Parse(text) : LabelMapping.Default;
        return network is not null && options.Truth is { } path ? TruthReader.Read(path, series, mapping, network.Task, cancellation) : null;
    }

    private static TaskAgreement Agreement(TaskNetwork network, LabelMap before, LabelMap after, LabelMap? truth) => new(
        network.Task.Name,
        network.VariantWord,
        network.WeightsSha256,
        before,
        after,
        TaskAgreement.Compare(before, after, truth, [.. network.Task.Classes.Select(c => c.Name)]));
}
