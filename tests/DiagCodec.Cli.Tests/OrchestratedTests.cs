using DiagCodec.Cli.Commands.Segment;
using DiagCodec.Cli.Tests.Support;
using DiagCodec.LearnedCodecs.Orchestrated;

namespace DiagCodec.Cli.Tests;

/// <summary>Codes for a remote segmentor from the command line; what they decode is never called an image.</summary>
public sealed class OrchestratedTests : IDisposable
{
    private readonly SmallVolume _volume = new();

    public void Dispose() => _volume.Dispose();

    [Fact]
    public async Task A_series_becomes_a_stream_and_the_stream_label_maps_and_feature_images()
    {
        var (model, stream, folder) = (Model("model"), _volume.File("volume.dglc"), _volume.File("decoded"));
        var encoded = await Run.OfAsync("encode", _volume.Path, "--codec", model, "-o", stream);
        Assert.Equal(0, encoded.ExitCode);
        Assert.Contains("3 slices of 80x64, design D4", encoded.Out, StringComparison.Ordinal);
        Assert.Contains($" {new FileInfo(stream).Length} bytes", encoded.Out, StringComparison.Ordinal);
        var decoded = await Run.OfAsync("decode", stream, "--model", model, "-o", folder);
        Assert.Equal(0, decoded.ExitCode);
        Assert.Contains("no picture of the patient", decoded.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["feature-image-0001.png", "feature-image-0002.png", "feature-image-0003.png", "labels-0001.png", "labels-0002.png", "labels-0003.png"],
            Directory.GetFiles(folder).Select(f => System.IO.Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1, new byte[] { 0, 255, 255 })]
    [InlineData(2, new byte[] { 0, 1, 2 })]
    public void A_class_that_is_alone_is_white_in_pictures(int classes, byte[] greys) =>
        Assert.Equal(greys, LabelGreys.Of(classes == 1 ? [0, 1, 1] : [0, 1, 2], classes));

    [Fact]
    public async Task A_stream_that_is_cut_short_leaves_nothing()
    {
        var (model, stream, folder) = (Model("model"), _volume.File("volume.dglc"), _volume.File("decoded"));
        await Run.OfAsync("encode", _volume.Path, "--codec", model, "-o", stream);
        File.WriteAllBytes(stream, File.ReadAllBytes(stream)[..^3]);
        var decoded = await Run.OfAsync("decode", stream, "--model", model, "-o", folder);
        Assert.Equal((2, ""), (decoded.ExitCode, decoded.Out));
        Assert.Contains("volume.dglc", decoded.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Theory]
    [InlineData("encode", "--window", "--window", "40/400")]
    [InlineData("encode", "--quality, --verify", "--verify", "--quality", "1")]
    [InlineData("encode", "--qp", "--qp", "30")]
    [InlineData("encode", "--report, --dry-run", "--dry-run", "--report", "r.html")]
    [InlineData("decode", "--format, --uid", "--format", "dicom", "--uid", "keep")]
    public async Task What_such_a_stream_cannot_follow_is_refused(string command, string told, params string[] more)
    {
        var (model, stream) = (Model("model"), _volume.File("volume.dglc"));
        await Run.OfAsync("encode", _volume.Path, "--codec", model, "-o", stream);
        var run = command == "encode"
            ? await Run.OfAsync(["encode", _volume.Path, "--codec", model, "-o", _volume.File("other"), .. more])
            : await Run.OfAsync(["decode", stream, "--model", model, "-o", _volume.File("other"), .. more]);
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_volume.File("other")) || Directory.Exists(_volume.File("other")));
    }

    [Fact]
    public async Task A_stream_without_a_model_asks_for_one()
    {
        var stream = _volume.File("volume.dglc");
        await Run.OfAsync("encode", _volume.Path, "--codec", Model("model"), "-o", stream);
        var run = await Run.OfAsync("decode", stream, "-o", _volume.File("other"));
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("--model", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("train orchestrated")]
    [InlineData("train mvmicnet")]
    public async Task Help_shows_an_example(string command)
    {
        var run = await Run.OfAsync([.. command.Split(' '), "--help"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains($"diagcodec {command}", run.Out.Split("Example")[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--design", "train", "orchestrated", "in", "--task", "x", "-o", "out", "--design", "D9")]
    [InlineData("2 to 1024", "train", "orchestrated", "in", "--task", "x", "-o", "out", "--batch", "1")]
    [InlineData("64 to 4096", "train", "mvmicnet", "in", "--task", "x", "-o", "out", "--patch", "32")]
    public async Task Arguments_that_make_no_sense_are_told(string told, params string[] arguments)
    {
        var run = await Run.OfAsync(arguments);
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    private string Model(string name) => ToyOrchestrated.Write(_volume.File(name), OrchestratedDesign.D4, ToyOrchestrated.Layout, 1000).Path;
}
