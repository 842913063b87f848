using System.Globalization;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Reports.Markup;
using DiagCodec.Evaluation.Reports.Pictures;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>The figures at the head of the page: five large ones, then all of them in groups.</summary>
internal static class KeyFigures
{
    public static void Write(HtmlWriter html, EncodeReportData data, EncodeFigures figures, IntensityView view)
    {
        html.Start("section", ("class", "tiles"));
        Tile(html, Ratio(figures.Ratio), "smaller than its pixels", "the whole archive counted");
        Tile(html, Quantity.Bytes(figures.ArchiveBytes), "archive", $"of {Quantity.Bytes(figures.PixelBytes)} of pixels");
        Tile(html, Quantity.Significant(figures.BitsPerVoxel), "bits per voxel", $"{Quantity.Significant(figures.VideoBitsPerVoxel)} in the {Stream(data)}");
        Tile(html, Quantity.Decibels(figures.PsnrOfMean), "PSNR of the mean MSE", $"peak {figures.Peak}");
        var (unit, note) = view.Unit == "HU" ? (" HU", "") : ("", $", {view.Unit}");
        Tile(html, Quantity.Significant(figures.PhysicalMax) + unit, "largest error" + note, $"RMS {Error(figures.PhysicalRootMeanSquare, view)}");
        html.End();
        html.Start("section", ("class", "groups"));
        Source(html, data, figures);
        Coding(html, data);
        Fidelity(html, data, figures, view);
        html.End();
    }

    /// <summary>What the slices are in the archive.</summary>
    private static string Stream(EncodeReportData data) => data.Result.Video.Learned is null ? "video" : "latents";

    private static void Source(HtmlWriter html, EncodeReportData data, EncodeFigures figures)
    {
        var (source, volume) = (data.Result.Manifest.Source, data.Prepared.Series.Volume);
        Group(html, "Source");
        Row(html, "Kind", Kind(source.Kind));
        Row(html, "Size", $"{source.Columns} \u00D7 {source.Rows} \u00D7 {source.Slices} voxels, {source.BitsStored} bits in {source.Format}");
        if (volume.Geometry is { } g)
        {
            Row(html, "Voxel", $"{Quantity.Significant(g.ColumnSpacing)} \u00D7 {Quantity.Significant(g.RowSpacing)} \u00D7 {Quantity.Significant(g.SliceSpacing)} mm");
        }

        Row(html, "Source files", Exact(source.Bytes));
        Row(html, "Pixels", Exact(figures.PixelBytes));
        Row(html, data.Result.Video.Learned is null ? "Video" : "Latents", Exact(figures.VideoBytes));
        Row(html, "Archive", Exact(figures.ArchiveBytes));
        Row(html, "Ratio", $"{Ratio(figures.Ratio)} to the pixels, {Ratio((double)source.Bytes / figures.ArchiveBytes)} to the files");
        html.End().End();
    }

    private static void Coding(HtmlWriter html, EncodeReportData data)
    {
        var (plan, video, format) = (data.Plan, data.Result.Video, data.Prepared.Frames.Format);
        Group(html, "Coding");
        Row(html, "Encoder", video.Encoder);
        if (video.Learned is { } model)
        {
            Row(html, "Codec", string.Create(CultureInfo.InvariantCulture, $"{model.Codec}, model {model.Model}, quality {model.Quality}"));
        }
        else
        {
            Row(html, "Preset", plan.Preset.ToString().ToLowerInvariant());
        }

        Row(html, "Frames", $"{format.Width} \u00D7 {format.Height}, {format.BitDepth} bits, {(format.Chroma == ChromaFormat.Luma400 ? "4:0:0" : "4:2:0")}");
        Row(html, "Mapping", Mapping(data.Prepared.Frames.Mapping));
        if (video.Learned is null)
        {
            Plan(html, plan);
        }

        Row(html, "Time", $"{Quantity.Duration(data.Elapsed)}, {Quantity.Significant(video.Frames.Length / Math.Max(data.Elapsed.TotalSeconds, 1e-3))} slices/s{Processor(video.ProcessorTime)}");
        html.End().End();
    }

    private static void Plan(HtmlWriter html, CodingPlan plan)
    {
        Row(html, "QP", QpSummary.Of(plan));
        Row(html, plan.Policy is null ? "GOP" : "Policy", plan.Policy is { } policy ? Policy(policy) : $"{plan.Gop}: {GopStructure.Named(plan.Gop).Description}");
        Row(html, "Blocks", $"{plan.Map.BlockSize} \u00D7 {plan.Map.BlockSize}, {plan.Map.Columns} \u00D7 {plan.Map.Rows} a frame");
    }

    private static void Fidelity(HtmlWriter html, EncodeReportData data, EncodeFigures figures, IntensityView view)
    {
        var volume = data.Prepared.Series.Volume;
        var perfect = figures.PerfectFrames == 0 ? "" : $" ({figures.PerfectFrames} perfect frames left out)";
        Group(html, "Fidelity");
        Row(html, "Mean PSNR", Quantity.Decibels(figures.MeanPsnr) + perfect);
        Row(html, "PSNR of mean MSE", Quantity.Decibels(figures.PsnrOfMean));
        Row(html, "Largest error", Both(figures.Stored.Max, figures.PhysicalMax));
        Row(html, "RMS error", Both(figures.Stored.RootMeanSquare, figures.PhysicalRootMeanSquare));
        Row(html, "Mean absolute error", Both(figures.Stored.MeanAbsolute, figures.PhysicalMeanAbsolute));
        Row(html, "Compared", figures.Compared == volume.Slices ? "every voxel outside padding" : $"{figures.Compared} of {volume.Slices} slices");
        Row(html, "Padding", data.Prepared.Padding.IsEmpty ? "none" : "restored exactly");
        Row(html, "Verified", !data.Result.Verified ? "not asked for" : $"yes: decoded by {(data.Result.Video.Learned is null ? "ffmpeg" : "the model")}, equal to the encoder's reconstruction");
        html.End().End();

        string Both(double stored, double physical) => view.Unit == "stored units"
            ? $"{Quantity.Significant(stored)} stored units"
            : $"{Error(physical, view)} ({Quantity.Significant(stored)} stored units)";
    }

    private static string Mapping(SampleMapping mapping)
    {
        var error = mapping.MaxError == 0 ? "exact" : $"error up to {Quantity.Count(mapping.MaxError)} stored units";
        var how = mapping.Kind switch
        {
            SampleMappingKind.Shift => $"stored {mapping.Low} to {mapping.High}, shifted",
            SampleMappingKind.Linear => $"stored {mapping.Low} to {mapping.High}, squeezed linearly",
            _ => $"window {Quantity.Significant(mapping.WindowCenter!.Value)}/{Quantity.Significant(mapping.WindowWidth!.Value)}, values outside clipped",
        };
        return $"{how} into {mapping.BitDepth} bits: {error}";
    }

    private static string Policy(PolicyChoice policy) => string.Create(
        CultureInfo.InvariantCulture,
        $"{policy.Name}, trade-off {policy.Tradeoff}{(policy.Shift == 0 ? "" : $", QPs {policy.Shift:+0;-0} by the search")}");

    private static string Kind(SourceKind kind) => kind switch
    {
        SourceKind.Dicom => "DICOM",
        SourceKind.Nifti => "NIfTI",
        SourceKind.Pictures => "pictures",
        _ => "Y4M video",
    };

    private static string Processor(TimeSpan time) => time == TimeSpan.Zero ? "" : $"; encoder CPU {Quantity.Duration(time)}";

    private static string Error(double value, IntensityView view) => $"{Quantity.Significant(value)} {view.Unit}";

    private static string Ratio(double ratio) => $"{Quantity.Significant(ratio)} : 1";

    private static string Exact(long bytes) => bytes < 1000 ? $"{bytes} B" : $"{Quantity.Bytes(bytes)} ({Quantity.Count(bytes)} B)";

    private static void Tile(HtmlWriter html, string value, string name, string note) => html
        .Start("div", ("class", "tile"))
        .Element("b", value)
        .Element("span", name)
        .Element("small", note)
        .End();

    private static void Group(HtmlWriter html, string name) => html.Start("div").Element("h2", name).Start("dl");

    private static void Row(HtmlWriter html, string name, string value) => html.Element("dt", name).Element("dd", value);
}
