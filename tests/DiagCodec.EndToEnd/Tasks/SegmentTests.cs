using DiagCodec.EndToEnd.Support;
using DiagCodec.Imaging.Masks;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Series;

namespace DiagCodec.EndToEnd.Tasks;

/// <summary>segment from the command line to labels that other programs read.</summary>
public sealed class SegmentTests(TaskInputs inputs) : IClassFixture<TaskInputs>
{
    [Fact]
    public async Task NIfTI_labels_lie_on_the_bright_voxels_and_are_as_many_as_is_said()
    {
        using var folder = new Scratch();
        var output = folder.Path("labels.nii.gz");
        var json = (await CommandLine.RunAsync("segment", inputs.Series, "--task", inputs.Model, "-o", output, "--json")).ShouldSucceed().Json;
        var series = SeriesReader.Read(inputs.Series, null, CancellationToken.None);
        var labels = MaskReader.Read(output, series, CancellationToken.None).Labels;
        var (inside, outside) = (new List<int>(), new List<int>());
        var stored = new int[64 * 64];
        for (var z = 0; z < 4; z++)
        {
            series.Volume.ReadSlice(z, stored);
            var slice = labels.Slice(z);
            for (var i = 0; i < stored.Length; i++)
            {
                (slice[i] == 1 ? inside : outside).Add(stored[i]);
            }
        }

        Assert.InRange(inside.Count, 500, 8000);
        Assert.True(inside.Average() > outside.Average() + 200, $"{inside.Average()} {outside.Average()}");
        var one = Assert.Single(json.GetProperty("classes").EnumerateArray());
        Assert.Equal("bright thing", one.GetProperty("name").GetString());
        Assert.Equal(inside.Count, one.GetProperty("voxels").GetInt32());

        // 200 mm over 64 pixels, and slices 2 mm apart.
        Assert.Equal(inside.Count * 3.125 * 3.125 * 2 / 1000, one.GetProperty("ml").GetDouble(), 6);
    }

    [SkippableFact]
    public async Task A_DICOM_Segmentation_holds_the_same_labels_and_passes_the_judge()
    {
        using var folder = new Scratch();
        var (nifti, dicom) = (folder.Path("l.nii"), folder.Path("l.dcm"));
        (await CommandLine.RunAsync("segment", inputs.Series, "--task", inputs.Model, "-o", nifti)).ShouldSucceed();
        var json = (await CommandLine.RunAsync("segment", inputs.Series, "--task", inputs.Model, "-o", dicom, "--json")).ShouldSucceed().Json;
        var series = SeriesReader.Read(inputs.Series, null, CancellationToken.None);
        var (expected, found) = (MaskReader.Read(nifti, series, CancellationToken.None), MaskReader.Read(dicom, series, CancellationToken.None));
        Assert.True(expected.Labels.Labels.Span.SequenceEqual(found.Labels.Labels.Span));

        var dump = (await DicomDump.OfAsync(dicom)).Text;
        Assert.Contains($"[{TinyModel.Name}]", dump, StringComparison.Ordinal);
        Assert.Contains($"[{json.GetProperty("weights_sha256").GetString()![..12]}]", dump, StringComparison.Ordinal);
        Assert.Contains("[bright thing]", dump, StringComparison.Ordinal);
        var (_, text) = await Tool.RunAsync("dciodvfy", "-new", dicom);
        Assert.DoesNotContain(text.Split('\n'), l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hardened_weights_are_other_weights()
    {
        using var folder = new Scratch();
        var plain = await FoundAsync(folder.Path("a.nii"));
        Assert.InRange(await FoundAsync(folder.Path("b.nii"), "--hardened"), 1, plain - 1);

        async Task<long> FoundAsync(string output, params string[] more) =>
            (await CommandLine.RunAsync(["segment", inputs.Series, "--task", inputs.Model, "-o", output, "--json", .. more]))
                .ShouldSucceed().Json.GetProperty("classes")[0].GetProperty("voxels").GetInt64();
    }

    [Fact]
    public async Task A_picture_becomes_a_picture_in_black_and_white_with_a_note()
    {
        using var folder = new Scratch();
        var (picture, output) = (folder.Path("in.png"), folder.Path("out.png"));
        using (var file = File.Create(picture))
        {
            PngEncoder.Write(file, 60, 50, PngPixelFormat.Grey8, [.. Enumerable.Range(0, 60 * 50).Select(i => (byte)(4 * (i % 60)))]);
        }

        var result = (await CommandLine.RunAsync("segment", picture, "--task", inputs.Model, "-o", output)).ShouldSucceed();
        Assert.Contains(result.Notes, n => n.Contains("the modality is not known", StringComparison.Ordinal));
        Assert.Contains("bright thing: ", result.Out, StringComparison.Ordinal);
        var values = new int[60 * 50];
        PictureSeriesReader.Read(output).Volume.ReadSlice(0, values);
        Assert.Equal([0, 255], values.Distinct().Order());

        // The brightness rises to the right, so that the class lies there.
        Assert.Equal((0, 255), (values[0], values[59]));
    }
}
