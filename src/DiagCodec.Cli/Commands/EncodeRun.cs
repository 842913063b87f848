using DiagCodec.Allocation;
using DiagCodec.Cli.Output;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Encode.Hm;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Reports.Encode;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Cli.Commands;

/// <summary>read -> prepare -> allocate -> encode -> report.</summary>
internal static class EncodeRun
{
    public static async Task<int> RunAsync(EncodeOptions options, CliConsole console, CancellationToken cancellation)
    {
        var start = console.Clock.GetTimestamp();
        using var progress = new ProgressLine(console);
        using var outputs = new EncodeOutputs(options);
        var series = SeriesReader.Read(options.Input, options.Series, cancellation, progress.Of("reading"));
        FindingsPrinter.Print(series.Findings, console);
        var prepared = PreparedSeries.Of(
            series, options.BitDepth, options.Window, options.Chroma420 ? ChromaFormat.Chroma420 : ChromaFormat.Luma400);
        var plan = Allocate(options, prepared.Frames);
        if (options.DryRun)
        {
            EncodePrinter.PrintPlan(options, prepared, plan, console);
            return ExitCodes.Done;
        }

        var sampler = options.Report is null ? null : new ReconstructionSampler(prepared);
        var result = await new SeriesEncoder(Encoder(options)).EncodeAsync(
            prepared,
            plan,
            options.Output,
            new EncodeSettings
            {
                Tool = ToolVersion.NameAndNumber,
                Command = options.WithoutPaths(),
                Overwrite = options.Overwrite,
                Verify = options.Verify,
                Threads = options.Threads,
                PictureHash = options.PictureHash,
                Progress = progress,
                OnReconstruction = sampler is null ? null : sampler.Take,
            },
            cancellation);
        var elapsed = console.Clock.GetElapsedTime(start);
        outputs.WriteMap(plan.Map);
        if (sampler is not null)
        {
            outputs.WriteReport(new EncodeReportData(prepared, plan, result, sampler, elapsed));
        }

        progress.Dispose();
        EncodePrinter.PrintResult(options, result, elapsed, console);
        return ExitCodes.Done;
    }

    private static IVideoEncoder Encoder(EncodeOptions options) => options.Encoder == "hm"
        ? new HmEncoder(new HmOptions { Program = HmProgram.Find(options.HmPath), MapOption = options.HmMapOption ?? HmOptions.DefaultMapOption })
        : new X265Encoder(X265Program.Find());

    private static CodingPlan Allocate(EncodeOptions options, FrameSequence frames)
    {
        var gop = GopStructure.Named(options.Gop);
        IBitAllocator allocator = options.QpMap is { } path ? new MapFileAllocator(path) : new UniformAllocator();
        var map = allocator.Allocate(new AllocationRequest(frames.Format, frames.Count, options.Qp, gop, options.Block));
        return new CodingPlan(allocator.Name, options.Qp, gop.Name, options.Preset, map);
    }
}
