using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Tests.Bench.Methods.External;
using DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Files;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Train;
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

    private static Task<ExternalCase> OpenAsync(string model, double quality) =>
        ExternalCase.CreateAsync(ExternalCase.Setting("learned", quality) with { Model = model }, 97, 75, 2);

    private string Store(string name, int seed = 1)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_models.Path, name)).FullName;
        var shape = new CodecShape(CodecShape.MeanScale, 1, 8, 8);
        manual_seed(seed);
        using var network = shape.Create();
        network.Prior.SettleQuantiles();
        new CodecStore(folder, shape).Put(network, new CodecQuality(0.01, "", "", 0, seed, "train codec", "none", null, null), (_, _) => null, CancellationToken.None);
        return folder;
    }
}
