using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Pictures;
using DiagCodec.LearnedCodecs.Tests.Support;
using DiagCodec.LearnedCodecs.Train;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Train;

public sealed class CodecTrainingTests
{
    private static readonly CodecShape Shape = new(CodecShape.MeanScale, 1, 8, 8);

    private static readonly CodecTrainingOptions Options =
        new() { Steps = 6, Batch = 2, Patch = 64, CheckpointSteps = 2, LearningRate = 1e-3, Lambda = 0.01, Seed = 3 };

    [Theory]
    [InlineData(CodecShape.MeanScale)]
    [InlineData(CodecShape.Cheng)]
    public void Training_lowers_the_loss(string codec)
    {
        using var folder = new TempFolder();
        var options = Options with { Steps = 60, CheckpointSteps = 20, LearningRate = 2e-3 };
        var rows = new List<CodecCurveRow>();
        using var network = new CodecTrainingRun(Shape with { Codec = codec }, options, CPU, TimeProvider.System)
            .Run(Cases(3), Cases(1), folder.Path, null, "data", new Told(p => rows.AddRange(p.Row is { } row ? [row] : [])), CancellationToken.None);
        Assert.Equal(3, rows.Count);
        Assert.True(rows[^1].Loss < rows[0].Loss / 2, $"{rows[0].Loss} to {rows[^1].Loss}");
        Assert.True(rows[^1].ValidationPsnr > rows[0].ValidationPsnr);
        Assert.Equal(rows, CodecCurveFile.Read(folder["learning-curve.csv"], 3));
    }

    [Fact]
    public void A_stopped_training_ends_with_the_weights_of_an_unstopped_one()
    {
        using var folder = new TempFolder();
        using var whole = Run(folder["whole"], CancellationToken.None);
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Run(
            folder["stopped"], stop.Token, new Told(p =>
            {
                if (p.Step == 3)
                {
                    stop.Cancel();
                }
            })));
        using var resumed = Run(folder["stopped"], CancellationToken.None);
        Assert.All(whole.state_dict().Zip(resumed.state_dict()), p => Assert.Equal(p.First.Value.data<float>().ToArray(), p.Second.Value.data<float>().ToArray()));
    }

    [Fact]
    public void A_folder_of_other_options_is_refused()
    {
        using var folder = new TempFolder();
        Run(folder.Path, CancellationToken.None).Dispose();
        var other = new CodecTrainingRun(Shape, Options with { Lambda = 0.02 }, CPU, TimeProvider.System);
        Assert.Contains(
            "other options or data", Assert.Throws<InvalidInputException>(() => other.Run(Cases(1), [], folder.Path, null, "data", null, CancellationToken.None)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_loss_is_lambda_times_the_error_of_8_bits_plus_bits_a_pixel()
    {
        using var scope = NewDisposeScope();
        using var network = Shape.Create();
        var (loss, step) = CodecTrainer.Loss(network, rand(2, 1, 64, 64), 0.02, noisy: false, null, new LearnedCodecs.Layers.GradientCuts());
        Assert.Equal((0.02 * 255 * 255 * step.MeanSquaredError) + step.BitsPerPixel, loss.ToDouble(), 1e-3 * step.Loss);
    }

    [Fact]
    public void Wrong_options_are_all_named()
    {
        var fault = Assert.Throws<UsageException>(() => new CodecTrainingRun(Shape, Options with { Lambda = double.NaN, Patch = 100, Batch = 0 }, CPU, TimeProvider.System));
        Assert.Contains("lambda: expected above 0 to 1000, found NaN; batch: expected 1 or more, found 0; patch: expected a multiple of 64, found 100", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Patches_are_of_slices_mirrored_and_turned_and_their_numbers_alone()
    {
        var patches = new CodecPatches(Cases(2), 3, 64, 5);
        Assert.Equal(patches.Draw(4), new CodecPatches(Cases(2), 3, 64, 5).Draw(4));
        Assert.NotEqual(patches.Draw(4), patches.Draw(5));
        Assert.All(patches.Draw(0), v => Assert.InRange(v, 0, 1));
        var tiny = new CodecPatches([new CodecCase("t", [new Picture(1, 1, 1, 8, [51])])], 1, 64, 1);
        Assert.All(tiny.Draw(0), v => Assert.Equal(0.2f, v, 6));
    }

    [Fact]
    public void Series_of_a_folder_are_found_with_and_without_labels()
    {
        using var folder = new TempFolder();
        foreach (var name in new[] { "1.png", "1_gt.png", "2.png", "2_gt.png" })
        {
            File.WriteAllBytes(folder[name], []);
        }

        Assert.Equal(["1", "2"], CodecSources.Find(folder.Path).Select(s => s.Name));
        Directory.CreateDirectory(folder["bare/a"]);
        Directory.CreateDirectory(folder["bare/b"]);
        Assert.Equal(["a", "b"], CodecSources.Find(folder["bare"]).Select(s => s.Name));
        Assert.Throws<InvalidInputException>(() => CodecSources.Find(folder["bare/a"]));
        Assert.Throws<InvalidInputException>(() => CodecSources.Find(folder["none"]));
    }

    private static HyperpriorCodec Run(string folder, CancellationToken cancellation, IProgress<CodecTrainingProgress>? progress = null)
    {
        Directory.CreateDirectory(folder);
        return new CodecTrainingRun(Shape, Options, CPU, TimeProvider.System).Run(Cases(2), Cases(1), folder, null, "data", progress, cancellation);
    }

    /// <summary>Slices with edges and slopes.</summary>
    private static ImmutableArray<CodecCase> Cases(int count) =>
    [
        .. Enumerable.Range(0, count).Select(c => new CodecCase(
            $"case {c}",
            [new Picture(90, 70, 1, 8, [.. Enumerable.Range(0, 90 * 70).Select(i => (ushort)(((i % 90) + (i / 90) + (20 * c)) / 16 % 2 == 0 ? 40 + (i % 90) : 200))])])),
    ];

    private sealed class Told(Action<CodecTrainingProgress> tell) : IProgress<CodecTrainingProgress>
    {
        public void Report(CodecTrainingProgress value) => tell(value);
    }
}
