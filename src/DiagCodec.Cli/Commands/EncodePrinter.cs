using System.Globalization;
using DiagCodec.Allocation.RateControl;
using DiagCodec.Cli.Output;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Regions;

namespace DiagCodec.Cli.Commands;

/// <summary>What <c>encode</c> says at its end, for people and for machines.</summary>
internal static class EncodePrinter
{
    public static void PrintPlan(EncodeOptions options, PreparedSeries prepared, CodingPlan plan, CliConsole console)
    {
        var (series, frames) = (prepared.Series, prepared.Frames);
        if (options.Json)
        {
            var summary = new EncodePlanSummary(
                options.Output, series.Id, series.Description, frames.Count, frames.Format, frames.Mapping,
                plan.Allocator, plan.BaseQp, plan.Gop, plan.Preset.ToString().ToLowerInvariant(), plan.Map.BlockSize, plan.Policy, options.Allocation.SearchOptions(), series.Findings);
            JsonPrinter.Print(summary, JsonPrinterContext.Default.EncodePlanSummary, console);
            return;
        }

        console.Out.WriteLine($"would code {series.Id}: {series.Description}");
        console.Out.WriteLine(Line($"as {frames.Count} frames of {frames.Format.Width}x{frames.Format.Height}, {Mapping(frames.Mapping)}"));
        if (options.Allocation.SearchOptions() is { } search)
        {
            console.Out.WriteLine(Line($"with the cheapest of up to {search.MostTrials} plans in which an own Dice of {search.MinimumDice} is kept"));
            console.Out.WriteLine($"to {options.Output}");
            return;
        }

        SearchPrinter.Print(plan.Policy, console.Out);
        if (options.Codec is { } codec)
        {
            console.Out.WriteLine($"with the learned codec {codec}");
            console.Out.WriteLine($"to {options.Output}");
            return;
        }

        console.Out.WriteLine(Line($"with {plan.Allocator} QPs, base {plan.BaseQp}, {plan.Gop}, preset {plan.Preset.ToString().ToLowerInvariant()}"));
        if (options.Allocation.Target(frames.Count) is { } target)
        {
            console.Out.WriteLine(Line($"whose base is searched until {(target.Counts == RateCounts.Archive ? "the archive" : "the video")} has {target.Bytes} bytes"));
        }

        console.Out.WriteLine($"to {options.Output}");
    }

    public static void PrintResult(
        EncodeOptions options, EncodeResult result, RateResult? rate, RegionFigures? regions, TaskSummary? task, TimeSpan elapsed, CliConsole console)
    {
        var source = result.Manifest.Source;
        var voxels = (double)source.Columns * source.Rows * source.Slices;
        var psnrs = result.Video.Frames.Where(f => f.Psnr is not null).Select(f => f.Psnr!.Value).DefaultIfEmpty(double.NaN).Average();
        double? psnr = double.IsFinite(psnrs) ? psnrs : null;
        var ratio = (double)source.PixelBytes / result.TotalBytes;
        if (options.Json)
        {
            var summary = new EncodeSummary(
                options.Output, source.Description, source.Columns, source.Rows, source.Slices, source.Bytes, source.PixelBytes,
                result.Video.Bytes, result.TotalBytes, 8 * result.TotalBytes / voxels, ratio, psnr, result.Manifest.Mapping,
                result.Manifest.Allocation.Allocator, result.Manifest.Allocation.Policy, result.Manifest.Allocation.Search, RatePrinter.Summary(rate), RegionSummary.Of(regions), task, result.Verified, elapsed.TotalSeconds, result.Video.ProcessorTime.TotalSeconds, source.Findings, result.Video.Frames);
            JsonPrinter.Print(summary, JsonPrinterContext.Default.EncodeSummary, console);
            return;
        }

        console.Out.WriteLine(options.Output);
        console.Out.WriteLine(Line($"  series    {source.Description}"));
        console.Out.WriteLine(Line($"  samples   {Mapping(result.Manifest.Mapping)}"));
        console.Out.WriteLine(Line($"  bytes     {result.TotalBytes} in all, {result.Video.Bytes} of them {(result.Video.Learned is null ? "video" : "latents")}; {source.PixelBytes} before, {ratio:0.0} : 1"));
        console.Out.WriteLine(Line($"  bits      {8 * result.TotalBytes / voxels:0.0000} a voxel"));
        console.Out.WriteLine(psnr is null ? "  PSNR      no error anywhere" : Line($"  PSNR      {psnr:0.00} dB, mean over frames"));
        LearnedPrinter.Print(result.Manifest.Video.Learned, console.Out);
        SearchPrinter.Print(result.Manifest.Allocation.Policy, console.Out);
        SearchPrinter.Print(result.Manifest.Allocation.Search, console.Out);
        if (rate is not null)
        {
            console.Out.WriteLine($"  rate      {RatePrinter.Line(rate)}");
        }

        if (regions is not null)
        {
            console.Out.WriteLine(Line($"  mask      {100 * regions.ShareInside:0.00} % of voxels; {Region("inside", regions.Inside, regions.Peak)}; {Region("outside", regions.Outside, regions.Peak)}"));
        }

        foreach (var one in task?.Classes ?? [])
        {
            console.Out.WriteLine($"  task      {task!.Name}, {one.Name}: {Found(one)}");
        }

        console.Out.WriteLine(Line($"  time      {elapsed.TotalSeconds:0.0} s{(result.Verified ? ", decoded and found equal" : "")}"));
    }

    private static string Found(TaskClassSummary one)
    {
        var before = Line($"{one.VoxelsBefore} voxels");
        var ml = one.VolumeChangeMl is { } change ? Line($", {change:+0.000;-0.000;0.000} ml") : "";
        var truth = one.TruthVoxels is null ? "" : $"; Dice to the truth {Score(one.TruthDiceBefore)} before, {Score(one.TruthDiceAfter)} after";
        return one.VoxelsAfter is { } after ? $"{before} before, {Line($"{after}")} after{ml}, Dice of the two {Score(one.Dice)}{truth}" : before;

        static string Score(double? dice) => dice is { } d ? Line($"{d:0.0000}") : "not defined";
    }

    private static string Region(string name, RegionError region, int peak)
    {
        var psnr = region.Voxels == 0 ? "no voxels" : region.PsnrAgainst(peak) is { } db ? Line($"{db:0.00} dB") : "no error";
        return region.Bits is { } bits ? Line($"{name} {psnr}, {bits / 8:0} bytes") : $"{name} {psnr}";
    }

    private static string Mapping(SampleMapping mapping) => mapping.Kind switch
    {
        SampleMappingKind.Shift => Line($"{mapping.BitDepth} bits, stored values {mapping.Low}..{mapping.High} held exactly"),
        SampleMappingKind.Linear => Line($"{mapping.BitDepth} bits, stored values {mapping.Low}..{mapping.High} squeezed, off by {mapping.MaxError} at most before coding"),
        _ => Line($"{mapping.BitDepth} bits, window {mapping.WindowCenter}/{mapping.WindowWidth}, off by {mapping.MaxError} at most before coding"),
    };

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
