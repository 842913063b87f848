using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Tasks;

/// <summary>Models by name, as the command line and doctor see them.</summary>
public sealed class ModelCatalogueTests(TaskInputs inputs) : IClassFixture<TaskInputs>
{
    [Fact]
    public async Task A_name_is_looked_up_in_the_folder_of_models_and_doctor_lists_it()
    {
        using var folder = new Scratch();
        TinyModel.Write(folder.Path("models", TinyModel.Name));
        var environment = new Dictionary<string, string> { ["DIAGCODEC_MODELS"] = folder.Path("models") };
        var output = folder.Path("l.nii.gz");
        (await CliProcess.RunAsync(environment, "segment", inputs.Series, "--task", TinyModel.Name, "-o", output)).ShouldSucceed();
        Assert.True(File.Exists(output));

        var doctor = (await CliProcess.RunAsync(environment, "doctor")).ShouldSucceed().Out;
        Assert.Matches(@"ok +networks \(libtorch\) +\d", doctor);
        Assert.Matches($"ok +model {TinyModel.Name} +weights: plain, hardened", doctor);
    }

    [Fact]
    public async Task Doctor_is_well_without_models_and_unwell_with_broken_ones()
    {
        using var folder = new Scratch();
        var environment = new Dictionary<string, string> { ["DIAGCODEC_MODELS"] = folder.Path("models") };
        Assert.Contains("DIAGCODEC_MODELS", (await CliProcess.RunAsync(environment, "doctor")).ShouldSucceed().Out, StringComparison.Ordinal);

        var model = TinyModel.Write(folder.Path("models", TinyModel.Name));
        File.Delete(Path.Combine(model, "weights-hardened.safetensors"));
        var broken = await CliProcess.RunAsync(environment, "doctor");
        Assert.Equal(3, broken.ExitCode);
        Assert.Matches($"MISSING model {TinyModel.Name} .*weights-hardened.safetensors", broken.Out);
    }
}
