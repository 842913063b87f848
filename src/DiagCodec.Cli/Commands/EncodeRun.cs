using DiagCodec.Allocation;
using DiagCodec.Allocation.Maps;
using DiagCodec.Allocation.RateControl;
using DiagCodec.Cli.Output;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Encode.Hm;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Masks;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Cli.Commands;

/// <summary>read -> prepare -> allocate -> encode -> report.</summary>
internal static class EncodeRun
{
    public static async Task<int> RunAsync(EncodeOptions options, CliConsole console, CancellationToken cancellation)
    {
        options.Allocation.Validate(options.QpMap is not null);
        var start = console.Clock.GetTimestamp();
        using var progress = new ProgressLine(console);
        using var outputs = new EncodeOutputs(options);
        var series = SeriesReader.Read(options.Input, options.Series, cancellation, progress.Of("reading"));
        FindingsPrinter.Print(series.Findings, console);
        var prepared = PreparedSeries.Of(
            series, options.BitDepth, options.Window, options.Chroma420 ? ChromaFormat.Chroma420 : ChromaFormat.Luma400);
        var mask = ReadMask(options.Allocation, series, console, cancellation);
        var maps = Maps(options, prepared.Frames, mask);
        var plan = new CodingPlan(AllocatorName(options), options.Qp, options.Gop, options.Preset, maps(options.Qp));
        if (options.DryRun)
        {
            EncodePrinter.PrintPlan(options, prepared, plan, console);
            return ExitCodes.Done;
        }

        var watch = new EncodeWatch(options, prepared, mask);
        var encoder = new SeriesEncoder(Encoder(options));
        var rate = default(RateResult);
        EncodeResult result;
        if (options.Allocation.Target(prepared.Frames.Count) is { } target)
        {
            rate = await new RateControlledEncoder(encoder).EncodeAsync(prepared, plan, maps, target, options.Output, Settings, cancellation);
            (result, plan) = (rate.Encode, rate.Plan);
            RatePrinter.PrintMiss(rate, console);
        }
        else
        {
            result = await encoder.EncodeAsync(prepared, plan, options.Output, Settings(1), cancellation);
        }

        var elapsed = console.Clock.GetElapsedTime(start);
        outputs.WriteMap(plan.Map);
        var regions = await watch.RegionsAsync(rate?.Pass ?? 1, cancellation);
        if (watch.SamplerOf(rate?.Pass ?? 1) is { } sampler)
        {
            outputs.WriteReport(new(prepared, plan, result, sampler, elapsed) { Mask = mask, Regions = regions });
        }

        progress.Dispose();
        EncodePrinter.PrintResult(options, result, rate, regions, elapsed, console);
        return ExitCodes.Done;

        EncodeSettings Settings(int pass) => new()
        {
            Tool = ToolVersion.NameAndNumber,
            Command = options.WithoutPaths(),
            Overwrite = options.Overwrite,
            Verify = options.Verify,
            Threads = options.Threads,
            PictureHash = options.PictureHash,
            Progress = progress,
            OnReconstruction = watch.Of(pass),
        };
    }

    private static IVideoEncoder Encoder(EncodeOptions options) => options.Encoder == "hm"
        ? new HmEncoder(new HmOptions { Program = HmProgram.Find(options.HmPath), MapOption = options.HmMapOption ?? HmOptions.DefaultMapOption })
        : new X265Encoder(X265Program.Find());

    private static LabelMap? ReadMask(AllocationChoice choice, ImageSeries series, CliConsole console, CancellationToken cancellation)
    {
        if (choice.Mask is not { } path)
        {
            return null;
        }

        var mask = MaskReader.Read(path, series, cancellation).WithClasses(choice.MaskClasses);
        FindingsPrinter.Print(mask.Notes, console);
        if (Allocators.NeedsMask(choice.Allocator) && MaskCoverage.Of(mask.Labels).Oddity() is { } words)
        {
            console.Error.WriteLine($"note: {words}");
        }

        return mask.Labels;
    }

    /// <summary>The map of a base QP, made once each.</summary>
    private static Func<int, QpMap> Maps(EncodeOptions options, FrameSequence frames, LabelMap? mask)
    {
        var made = new Dictionary<int, QpMap>();
        var gop = GopStructure.Named(options.Gop);
        IBitAllocator allocator = options.QpMap is { } path
            ? new MapFileAllocator(path)
            : Allocators.Named(options.Allocation.Allocator, options.Allocation.Map());
        return qp => made.TryGetValue(qp, out var map)
            ? map
            : made[qp] = allocator.Allocate(new AllocationRequest(frames.Format, frames.Count, qp, gop, options.Block) { Mask = mask });
    }

    private static string AllocatorName(EncodeOptions options)
    {
        var name = options.QpMap is null ? options.Allocation.Allocator : "map-file";
        return !options.Allocation.HasTarget ? name : name == Allocators.Uniform ? "rate" : $"rate+{name}";
    }
}
