using System.Text.Json;
using DiagCodec.EndToEnd.Support;
using DiagCodec.EndToEnd.Tasks;

namespace DiagCodec.EndToEnd.Learned;

/// <summary>From label maps to a detector, to a codec for it or for a segmentation network, to files that this codec writes.</summary>
public sealed class CodecForATaskTests : IDisposable
{
    private const string Lambda = "0.0067";

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_detector_is_trained_and_a_codec_for_it()
    {
        await DataAsync();
        var detector = (await CommandLine.RunAsync(
            [.. Train("detector"), "--steps", "4", "--epochs", "2", "--smallest-area", "2", "-o", _scratch.Path("boxes"), "--json"])).ShouldSucceed().Json;
        Assert.Equal(["mAP .50:.95", "mAP .50", "mAP .75"], detector.GetProperty("figures").EnumerateArray().Select(f => f.GetProperty("name").GetString()));
        Assert.Equal(3, File.ReadAllLines(_scratch.Path("boxes", "run", "learning-curve.csv")).Length);

        var trained = (await CommandLine.RunAsync(
            [.. Train("mvmicnet"), .. Small, "--detector", _scratch.Path("boxes"), "-o", _scratch.Path("codec"), "--json"])).ShouldSucceed().Json;
        var stages = trained.GetProperty("stages").EnumerateArray().ToArray();
        Assert.Equal(["uncoded", "stage 1", "stage 2"], stages.Select(s => s.GetProperty("stage").GetString()));
        Assert.Equal(stages[1].GetProperty("bits_per_pixel").GetDouble(), stages[2].GetProperty("bits_per_pixel").GetDouble());
        Assert.Equal(3, trained.GetProperty("gains").GetArrayLength());
        Assert.Equal($"detector-{Lambda}", Quality(_scratch.Path("codec")).GetProperty("tuned").GetString());
        Assert.True(File.Exists(_scratch.Path("codec", $"detector-{Lambda}", "detector.json")));
    }

    [Fact]
    public async Task Tuning_the_network_leaves_every_byte_of_a_coded_series()
    {
        await DataAsync();
        await TrainAsync("before", "--tuning-epochs", "0");
        await TrainAsync("after", "--tuning-epochs", "2");
        Assert.Equal(Folders.Hash(_scratch.Path("before", $"weights-{Lambda}.safetensors")), Folders.Hash(_scratch.Path("after", $"weights-{Lambda}.safetensors")));
        foreach (var name in new[] { "before", "after" })
        {
            (await CommandLine.RunAsync(
                "encode", _scratch.Path("data", "patient-0001", "dicom"), "-o", _scratch.Path($"{name}.dgc"), "--codec", _scratch.Path(name), "--verify")).ShouldSucceed();
        }

        Assert.Equal(Archives.Entry(_scratch.Path("before.dgc"), "latents.dgl"), Archives.Entry(_scratch.Path("after.dgc"), "latents.dgl"));
        Assert.False(Quality(_scratch.Path("before")).TryGetProperty("tuned", out var none) && none.ValueKind != JsonValueKind.Null);

        // The tuned network is a task of its own, and another lambda one more quality.
        (await CommandLine.RunAsync("segment", _scratch.Path("data", "patient-0001", "dicom"), "--task", _scratch.Path("after", $"task-{Lambda}"), "-o", _scratch.Path("found.nii.gz"))).ShouldSucceed();
        await TrainAsync("after", "--lambda", "0.01", "--start", _scratch.Path("after"), "--tuning-epochs", "1");
        Assert.Equal(2, JsonDocument.Parse(File.ReadAllText(_scratch.Path("after", "codec.json"))).RootElement.GetProperty("qualities").GetArrayLength());
    }

    private static string[] Small => ["--width", "8", "--latent", "8", "--epochs", "1", "--steps", "2"];

    private string[] Train(string what) =>
    [
        "train", what, _scratch.Path("data"), "--task", TinyModel.Write(_scratch.Path("task")), "--labels", "1=1,2=1,*=0", "--validation", "0.25", "--test", "0.25",
        "--batch", "2", "--patch", "64", "--threads", "1",
    ];

    private async Task DataAsync() => (await CommandLine.RunAsync(
        "phantom", "-o", _scratch.Path("data"), "--patients", "4", "--slices", "2", "--size", "96", "--slice-spacing", "1", "--seed", "1201")).ShouldSucceed();

    private async Task TrainAsync(string name, params string[] more) =>
        (await CommandLine.RunAsync([.. Train("mvmicnet"), .. Small, "-o", _scratch.Path(name), .. more])).ShouldSucceed();

    private static JsonElement Quality(string folder) => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "codec.json"))).RootElement.GetProperty("qualities")[0];
}
