using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Bench.Methods.Learned;
using DiagCodec.Evaluation.Bench.Run;
using DiagCodec.Evaluation.Tests.Bench.Methods.External;
using DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;
using DiagCodec.Evaluation.Tests.Bench.Run;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Files;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Train;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Splits;
using DiagCodec.Segmentation.Models;
using DiagCodec.Segmentation.Network;
using static TorchSharp.torch;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.Learned;

public sealed class LearnedMethodTests : IDisposable
{
    private readonly FreshFolder _models = new();

    public void Dispose() => _models.Dispose();

    [Fact]
    public async Task Every_slice_comes_back_and_a_second_encode_gives_the_same_bytes()
    {
        using var test = await OpenAsync(Store("tiny"), 1);
        var (coded, folder) = await test.EncodeAsync(1);
        var (again, other) = await test.EncodeAsync(1);
        Assert.Equal(coded.Bytes, again.Bytes);
        var stream = Directory.EnumerateFiles(folder).Single();
        Assert.Equal(new FileInfo(stream).Length, coded.Bytes);
        Assert.Equal(File.ReadAllBytes(stream), File.ReadAllBytes(Directory.EnumerateFiles(other).Single()));
        var (frames, command) = await test.DecodeAsync(folder);
        Assert.Equal(test.Frames.Select(f => f.Length), frames.Select(f => f.Length));
        Assert.Contains("tiny", command, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_of_other_weights_is_a_fault()
    {
        using var test = await OpenAsync(Store("tiny"), 1);
        using var other = await OpenAsync(Store("other", seed: 2), 1);
        var (_, folder) = await other.EncodeAsync(1);
        var fault = await Assert.ThrowsAsync<ToolException>(() => test.DecodeAsync(folder));
        Assert.Contains("which the model has no more", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decoded_slices_are_judged_by_the_network_that_was_tuned_for_their_quality()
    {
        var model = Store("tuned", tuned: "task-0.01");
        var method = Tuned(model);
        Assert.Contains("train mvmicnet", (await Assert.ThrowsAsync<InvalidInputException>(() => method.IdentityAsync(CancellationToken.None))).Message, StringComparison.Ordinal);
        var task = BenchWorld.Disk() with { Training = new TrainingRecord("train mvmicnet", 1, "none", ModelStore.SplitFile) };
        var store = new ModelStore(Path.Combine(model, "task-0.01"), task);
        using (var network = NetworkFactory.Create(task, 3, CPU))
        {
            store.Put(WeightsVariant.Plain, network, CancellationToken.None);
        }

        store.Write(new DataSplit(DataSplit.CurrentSchema, 1, ["one"], [], []));
        await method.IdentityAsync(CancellationToken.None);
        Assert.Equal(ModelFolder.Open(Path.Combine(model, "task-0.01")).Task.Variants.Plain!.Sha256, method.JudgeOf(1)!.Sha256);
        Assert.Null(((IJudgedMethod)LearnedCodec.Entry.Create(ExternalCase.Setting("learned", 1) with { Model = model })).JudgeOf(1));
    }

    [Fact]
    public void Cases_that_the_model_learnt_from_are_known()
    {
        var model = Store("split");
        Assert.Empty(Tuned(model).SeenCases());
        SplitJson.Write(Path.Combine(model, ModelStore.SplitFile), new DataSplit(DataSplit.CurrentSchema, 1, ["a", "b"], ["c"], ["d"]), overwrite: true);
        Assert.Equal(["a", "b", "c"], Tuned(model).SeenCases().AsEnumerable());
        var told = new List<string>();
        new ModelUse("t", ["b", "d"], told.Add).Tell(Tuned(model));
        Assert.Equal(["method learned: its models learnt from b, which is measured too"], told);
    }

    private static LearnedMethod Tuned(string model) => (LearnedMethod)LearnedCodec.Entry.Create(ExternalCase.Setting("learned", 1) with { Model = model, Tuned = true });

    private static Task<ExternalCase> OpenAsync(string model, double quality) =>
        ExternalCase.CreateAsync(ExternalCase.Setting("learned", quality) with { Model = model }, 97, 75, 2);

    private string Store(string name, int seed = 1, string? tuned = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_models.Path, name)).FullName;
        var shape = new CodecShape(CodecShape.MeanScale, 1, 8, 8);
        manual_seed(seed);
        using var network = shape.Create();
        network.Prior.SettleQuantiles();
        new CodecStore(folder, shape).Put(network, new CodecQuality(0.01, "", "", 0, seed, "train codec", "none", null, null) { Tuned = tuned }, (_, _) => null, CancellationToken.None);
        return folder;
    }
}
