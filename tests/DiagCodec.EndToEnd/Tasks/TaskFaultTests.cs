using DiagCodec.EndToEnd.Support;
using DiagCodec.Networks.Models;

namespace DiagCodec.EndToEnd.Tasks;

/// <summary>Networks that are not there, are not what they say, or do not suit the series: a reason, and no output.</summary>
public sealed class TaskFaultTests(TaskInputs inputs) : IClassFixture<TaskInputs>
{
    [Theory]
    [InlineData("1", 1, "folds: expected 2 or more, found 1")]
    [InlineData("4", 2, "3 cases are too few for 4 folds")]
    public async Task Folds_that_cannot_be_dealt_are_told_before_anything_is_read(string folds, int exitCode, string reason)
    {
        using var folder = new Scratch();
        var data = Directory.CreateDirectory(folder.Path("data")).FullName;
        foreach (var name in (string[])["a", "b", "c"])
        {
            File.WriteAllBytes(Path.Combine(data, name + ".png"), []);
            File.WriteAllBytes(Path.Combine(data, name + "_gt.png"), []);
        }

        var model = TinyModel.Write(folder.Path("m"));
        var run = await CommandLine.RunAsync("train", "segmentation", data, "--task", model, "-o", folder.Path("o"), "--folds", folds, "--patch", "16");
        Assert.Contains(reason, run.ShouldFailWith(exitCode), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_of_another_modality_refuses_the_series()
    {
        using var folder = new Scratch();
        var model = TinyModel.Write(folder.Path("m"), TinyModel.Task with { Modality = "MR", Accepts = TinyModel.Task.Accepts with { Modalities = ["MR"] } });
        var line = await BothFailAsync(folder, model, 2);
        Assert.Contains("modality: expected MR, found CT; choose another task", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_outside_of_the_tasks_range_are_refused_and_partly_outside_noted()
    {
        using var folder = new Scratch();
        var far = TinyModel.Write(folder.Path("m"), TinyModel.Task with { Accepts = TinyModel.Task.Accepts with { PhysicalRange = new NumberRange(5000, 6000) } });
        Assert.Contains("values: expected some within 5000 to 6000", await BothFailAsync(folder, far, 2), StringComparison.Ordinal);

        var near = TinyModel.Write(folder.Path("n"), TinyModel.Task with { Accepts = new AcceptedInput(["CT"], new NumberRange(0, 4000), null, new NumberRange(0.1, 1)) });
        var notes = (await CommandLine.RunAsync("segment", inputs.Series, "--task", near, "-o", folder.Path("l.nii"))).ShouldSucceed().Notes;

        // The phantom's padding is no measured value: it would be -3024 HU.
        Assert.Contains(notes, n => n.Contains("values: expected 0 to 4000, found -10", StringComparison.Ordinal));
        Assert.Contains(notes, n => n.Contains("pixel spacing: expected 0.1 to 1 mm, found 3.125 mm", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Weights_that_are_not_those_of_the_task_are_refused()
    {
        using var folder = new Scratch();
        var model = TinyModel.Write(folder.Path("m"));
        var weights = Path.Combine(model, "weights.safetensors");
        var bytes = File.ReadAllBytes(weights);
        bytes[^1] ^= 1;
        File.WriteAllBytes(weights, bytes);
        Assert.Contains("expected the SHA-256", await BothFailAsync(folder, model, 2), StringComparison.Ordinal);

        File.Delete(weights);
        Assert.Contains("weights.safetensors", await BothFailAsync(folder, model, 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_and_weights_that_are_not_there_are_named()
    {
        using var folder = new Scratch();
        Assert.Contains("no task of this name", await BothFailAsync(folder, "no-such-task", 2), StringComparison.Ordinal);
        Assert.Contains("task.json", await BothFailAsync(folder, folder.Path("nowhere"), 2), StringComparison.Ordinal);
        var model = TinyModel.Write(folder.Path("m"), hardened: false);
        var line = (await CommandLine.RunAsync("segment", inputs.Series, "--task", model, "--hardened", "-o", folder.Path("l.nii"))).ShouldFailWith(2);
        Assert.Contains("no hardened weights", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("l.xyz", 1, "ends in .nii.gz")]
    [InlineData("l", 1, "ends in .nii.gz")]
    [InlineData("l.png", 1, "has 4 slices")]
    [InlineData("nowhere/l.nii.gz", 4, "does not exist")]
    [InlineData("there.nii.gz", 4, "is there already")]
    public async Task Outputs_that_cannot_be_are_refused(string name, int exitCode, string words)
    {
        using var folder = new Scratch();
        File.WriteAllText(folder.Path("there.nii.gz"), "mine");
        var line = (await CommandLine.RunAsync("segment", inputs.Series, "--task", inputs.Model, "-o", folder.Path(name))).ShouldFailWith(exitCode);
        Assert.Contains(words, line, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(folder.Path("there.nii.gz")));
        Assert.Equal(["there.nii.gz"], Folders.Entries(folder.Folder));
    }

    [Fact]
    public async Task A_DICOM_Segmentation_of_what_is_no_DICOM_is_refused()
    {
        using var folder = new Scratch();
        var line = (await CommandLine.RunAsync("segment", SmallInputs.Nifti(folder), "--task", inputs.Model, "-o", folder.Path("l.dcm"))).ShouldFailWith(1);
        Assert.Contains("belongs to a DICOM series", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--mask and --task", "--task", "x", "--mask", "m.nii")]
    [InlineData("together with --task", "--hardened")]
    [InlineData("together with --task", "--device", "cpu")]
    [InlineData("needs --mask FILE or --task NAME", "--allocator", "roi")]
    [InlineData("--truth: expected together", "--truth", "t.nii", "--task", "x")]
    [InlineData("--truth: expected together", "--truth", "t.nii", "--report", "r.html")]
    [InlineData("--truth-labels: expected together", "--truth-labels", "1=1")]
    [InlineData("--device", "--task", "x", "--device", "tpu")]
    public async Task Options_of_encode_that_make_no_sense_are_refused(string words, params string[] options)
    {
        using var folder = new Scratch();
        var result = await CommandLine.RunAsync(["encode", inputs.Series, "-o", folder.Path("a.dgc"), .. options]);
        Assert.Equal((1, ""), (result.ExitCode, result.Out));
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.Empty(Folders.Entries(folder.Folder));
    }

    /// <summary>segment and encode give the same reason, and leave nothing.</summary>
    private async Task<string> BothFailAsync(Scratch folder, string model, int exitCode)
    {
        var (labels, archive, report) = (folder.Path("l.nii.gz"), folder.Path("a.dgc"), folder.Path("r.html"));
        var line = (await CommandLine.RunAsync("segment", inputs.Series, "--task", model, "-o", labels)).ShouldFailWith(exitCode);
        Assert.Equal(line, (await CommandLine.RunAsync("encode", inputs.Series, "--task", model, "-o", archive, "--report", report)).ShouldFailWith(exitCode));
        Assert.All((string[])[labels, archive, report], path => Assert.False(File.Exists(path)));
        return line;
    }
}
