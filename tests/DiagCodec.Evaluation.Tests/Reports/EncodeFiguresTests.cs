using DiagCodec.Evaluation.Reports.Encode;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Tests.Reports;

public sealed class EncodeFiguresTests
{
    [Fact]
    public async Task Follow_from_bytes_and_voxels()
    {
        var data = await ReportOf.DataAsync(DiskSeries.Make(columns: 96, rows: 72, slices: 6));
        var figures = new EncodeFigures(data);
        Assert.Equal(96 * 72 * 6, figures.Voxels);
        Assert.Equal(2 * 96 * 72 * 6, figures.PixelBytes);
        Assert.Equal(8.0 * data.Result.TotalBytes / (96 * 72 * 6), figures.BitsPerVoxel, 12);
        Assert.Equal((double)figures.PixelBytes / data.Result.TotalBytes, figures.Ratio, 12);
        Assert.Equal(4095, figures.Peak);
    }

    [Fact]
    public async Task Errors_are_in_stored_and_in_physical_units()
    {
        // Dropping the three low bits is at most 7 wrong, and a stored unit of the disk is 2 HU.
        var figures = new EncodeFigures(await ReportOf.DataAsync(DiskSeries.Make(), step: 8));
        Assert.Equal(7, figures.Stored.Max);
        Assert.Equal(14, figures.PhysicalMax);
        Assert.Equal(2 * figures.Stored.RootMeanSquare, figures.PhysicalRootMeanSquare, 9);
        Assert.Equal(2 * figures.Stored.MeanAbsolute, figures.PhysicalMeanAbsolute, 9);
    }

    [Fact]
    public async Task The_encoders_PSNR_and_ours_agree_where_the_mapping_is_exact()
    {
        var figures = new EncodeFigures(await ReportOf.DataAsync(DiskSeries.Make(), step: 16));
        var ours = 20 * Math.Log10(4095 / figures.Stored.RootMeanSquare);
        Assert.Equal(ours, figures.PsnrOfMean!.Value, 6);
        Assert.True(figures.MeanPsnr >= figures.PsnrOfMean);
    }

    [Fact]
    public async Task Perfect_frames_have_no_PSNR()
    {
        var figures = new EncodeFigures(await ReportOf.DataAsync(DiskSeries.Make(), step: 1));
        Assert.Null(figures.MeanPsnr);
        Assert.Null(figures.PsnrOfMean);
        Assert.Equal(6, figures.PerfectFrames);
    }

    [Fact]
    public async Task The_parts_of_the_archive_add_up()
    {
        var data = await ReportOf.DataAsync(DiskSeries.Make(padded: true), withMap: true);
        var names = data.Result.Manifest.Entries.Keys.Append(SizeTable.ManifestName);
        var entries = data.Result.Manifest.Entries.Values.Sum(e => e.Bytes);
        var manifest = data.Result.TotalBytes - entries - SizeTable.ZipStructure(names);

        // JSON of about 2 KB, of which most are hashes.
        Assert.InRange(manifest, 500, 2500);
        using var text = new StringWriter();
        SizeTable.Write(new HtmlWriter(text), data, new EncodeFigures(data));
        foreach (var part in (string[])["video.hevc", "headers.br", "padding.br", "qp-map.br", "manifest.json", "ZIP structure"])
        {
            Assert.Contains($">{part}</th>", text.ToString(), StringComparison.Ordinal);
        }
    }
}
