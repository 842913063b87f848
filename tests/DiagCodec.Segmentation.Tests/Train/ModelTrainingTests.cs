using System.Collections.Immutable;
using DiagCodec.Metrics.Segmentation;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Splits;
using DiagCodec.Segmentation.Infer;
using DiagCodec.Segmentation.Tests.Support;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Data;
using DiagCodec.Segmentation.Train.Sampling;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Tests.Train;

public sealed class ModelTrainingTests : IDisposable
{
    private static readonly TrainingRecord Record = new("diagcodec train segmentation", 1, "discs", "split.json");

    private static readonly TrainingOptions Options = new()
    {
        Epochs = 2,
        StepsPerEpoch = 20,
        LearningRate = 5e-3,
        WarmUp = 2,
        Averaging = 0.8,
        Patches = new PatchOptions { Size = 32, Batch = 4 },
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("segmentation-tests-");
    private readonly ImmutableArray<LabelledSeries> _cases = Discs.Many(4);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_model_folder_is_whole_and_scored_with_the_weights_in_it()
    {
        var made = Train(null, new Watch());
        var model = ModelFolder.Open(made.Folder);
        Assert.Equal([WeightsVariant.Plain], model.Task.Variants.Present());
        Assert.Equal(Record, model.Task.Training);
        Assert.Equal(["case-0", "case-1"], SplitJson.Read(Path.Combine(made.Folder, "split.json")).Train.AsEnumerable());
        Assert.Equal(["split.json", "task.json", "weights.safetensors"], Directory.EnumerateFiles(made.Folder).Select(f => Path.GetFileName(f)!).Order());

        var score = Assert.Single(made.Scores);
        Assert.Equal(("case-3", WeightsVariant.Plain, "class1", null), (score.Case, score.Variant, score.Class, score.VoxelVolume));
        Assert.True(score.Counts.Dice > 0.7, $"{score.Counts.Dice}");
        using var segmenter = Segmenter.Load(model, WeightsVariant.Plain, CPU, TileOptions.Default, default);
        var counts = new ConfusionCounts(2);
        counts.Add(_cases[3].Truth.Labels.Span, segmenter.Segment(_cases[3].Series.Volume, null, default).Labels.Span);
        Assert.Equal(counts.Of(1), score.Counts);
    }

    [Fact]
    public void Hardening_goes_on_from_the_plain_weights_on_coded_training_cases()
    {
        var seen = new List<string>();
        var hardening = new HardenedTraining(
            Options with { Epochs = 1, StepsPerEpoch = 2, LearningRate = 1e-9, WeightDecay = 0 },
            (cases, _) =>
            {
                seen.AddRange(cases.Select(c => c.Name));
                return [.. cases.Select(c => CaseReader.Prepare(c, Discs.Task)).Select(c => c with { Coded = [c.Source] })];
            },
            "hash");
        var watch = new Watch();
        var made = Train(hardening, watch);
        Assert.Equal(["case-0", "case-1"], seen);
        Assert.Equal(["discs plain", "discs hardened"], watch.Told.Select(t => t.Run).Distinct());
        Assert.Equal([WeightsVariant.Plain, WeightsVariant.Hardened], made.Scores.Select(s => s.Variant));
        Assert.Equal([WeightsVariant.Plain, WeightsVariant.Hardened], ModelFolder.Open(made.Folder).Task.Variants.Present());

        var (plain, hardened) = (Weights.Of(Path.Combine(made.Folder, "weights.safetensors"), ""), Weights.Of(Path.Combine(made.Folder, "weights-hardened.safetensors"), ""));
        Assert.All(plain.Zip(hardened), p => Assert.Equal(p.First, p.Second, 1e-3));
    }

    [Fact]
    public void A_second_call_goes_on_to_the_same_model()
    {
        using var source = new CancellationTokenSource();
        var stopping = new Watch(t =>
        {
            if (t.Step == 25)
            {
                source.Cancel();
            }
        });
        Assert.ThrowsAny<OperationCanceledException>(() => Train(null, stopping, source.Token));
        Assert.False(File.Exists(Path.Combine(_folder.FullName, "model", "task.json")));
        var watch = new Watch();
        var made = Train(null, watch);
        Assert.Equal(21, watch.Told[0].Step);
        Assert.Equal(2, watch.Epochs.Single().Epoch!.Epoch);
        Assert.Single(made.Scores);
    }

    private TrainedModel Train(HardenedTraining? hardening, Watch watch, CancellationToken cancellation = default)
    {
        var split = new DataSplit(DataSplit.CurrentSchema, 1, ["case-0", "case-1"], ["case-2"], ["case-3"]);
        var parts = new SplitCases(split, _cases[..2], [_cases[2]], [_cases[3]], CaseHash.Of(_cases[..3]));
        var model = Path.Combine(_folder.FullName, "model");
        return new ModelTraining(Discs.Task, Options, hardening, CPU, TimeProvider.System)
            .Train(parts, new ModelPlace("discs", model, Path.Combine(_folder.FullName, "runs")), Record, watch, cancellation);
    }
}
