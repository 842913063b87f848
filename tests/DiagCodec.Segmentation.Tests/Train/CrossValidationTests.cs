using System.Collections.Concurrent;
using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Splits;
using DiagCodec.Segmentation.Tests.Support;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Data;
using DiagCodec.Segmentation.Train.Sampling;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Tests.Train;

public sealed class CrossValidationTests : IDisposable
{
    private static readonly TrainingOptions Options = new()
    {
        Epochs = 1,
        StepsPerEpoch = 2,
        WarmUp = 2,
        Patches = new PatchOptions { Size = 16, Batch = 2 },
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("segmentation-tests-");
    private readonly ImmutableArray<LabelledSeries> _cases = Discs.Many(5);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Every_case_is_scored_once_by_a_model_that_never_saw_it()
    {
        var folds = Folds(2);
        var seen = new ConcurrentBag<string[]>();
        var hardening = new HardenedTraining(
            Options,
            (cases, _) =>
            {
                seen.Add([.. cases.Select(c => c.Name)]);
                return [.. cases.Select(c => CaseReader.Prepare(c, Discs.Task))];
            },
            "");
        var models = Run("out", folds, Options, 1, hardening);
        Assert.Equal(2, models.Length);
        Assert.Equal(_cases.Select(c => c.Name), models.SelectMany(m => m.Scores).Where(s => s.Variant == WeightsVariant.Plain).Select(s => s.Case).Order());
        Assert.Equal(_cases.Select(c => c.Name), models.SelectMany(m => m.Scores).Where(s => s.Variant == WeightsVariant.Hardened).Select(s => s.Case).Order());
        for (var fold = 0; fold < 2; fold++)
        {
            var scored = models[fold].Scores.Select(s => s.Case).Distinct().Order().ToArray();
            Assert.Equal(folds.Folds[fold].AsEnumerable(), scored);
            Assert.Equal(Path.Combine(_folder.FullName, "out", $"fold-{fold + 1}"), models[fold].Folder);
            var split = SplitJson.Read(Path.Combine(models[fold].Folder, "split.json"));
            Assert.Equal(scored, split.Test.AsEnumerable());
            Assert.Equal(_cases.Select(c => c.Name).Except(scored), split.Train.AsEnumerable());
            Assert.Empty(split.Validation);
            Assert.Single(seen, names => names.Order().SequenceEqual(split.Train));
        }
    }

    [Fact]
    public void Folds_side_by_side_end_as_folds_in_turn()
    {
        var folds = Folds(3);
        var (turn, side) = (Run("turn", folds, Options, 1), Run("side", folds, Options, 3));
        Assert.All(turn.Zip(side), p => Assert.Equal(
            File.ReadAllBytes(Path.Combine(p.First.Folder, "weights.safetensors")), File.ReadAllBytes(Path.Combine(p.Second.Folder, "weights.safetensors"))));
        Assert.Equal(3, turn.Select(m => string.Join(' ', Weights.Of(Path.Combine(m.Folder, "weights.safetensors"), "head."))).Distinct().Count());
    }

    [Fact]
    public void Other_options_on_the_same_folder_are_told_as_such()
    {
        Run("out", Folds(2), Options, 2);
        var message = Assert.Throws<InvalidInputException>(() => Run("out", Folds(2), Options with { LearningRate = 1e-3 }, 2)).Message;
        Assert.Contains("other options or data", message, StringComparison.Ordinal);
    }

    /// <summary>A fold that went on from another fold's weights would be scored on what it was trained on.</summary>
    [Fact]
    public void Other_folds_on_the_same_folder_are_refused()
    {
        Run("out", Folds(2), Options, 1);
        var message = Assert.Throws<InvalidInputException>(() => Run("out", Folds(3), Options, 1)).Message;
        Assert.Contains(Path.Combine(_folder.FullName, "out"), message, StringComparison.Ordinal);
        Assert.Contains("other folds", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_ends_all_folds_and_a_second_call_goes_on()
    {
        using var source = new CancellationTokenSource();
        var stopping = new Watch(t =>
        {
            if (t.Epoch?.Epoch == 1)
            {
                source.Cancel();
            }
        });
        var options = Options with { Epochs = 2 };
        Assert.ThrowsAny<OperationCanceledException>(() => Run("out", Folds(2), options, 1, watch: stopping, cancellation: source.Token));
        var watch = new Watch();
        var models = Run("out", Folds(2), options, 1, watch: watch);
        Assert.Equal(["fold 1 plain", "fold 2 plain"], watch.Told.Select(t => t.Run).Distinct());
        Assert.Equal(3, watch.Told[0].Step);
        Assert.Equal(
            Run("whole", Folds(2), options, 1).Select(m => Weights.Of(Path.Combine(m.Folder, "weights.safetensors"), "")),
            models.Select(m => Weights.Of(Path.Combine(m.Folder, "weights.safetensors"), "")));
    }

    private FoldSplit Folds(int count) => FoldSplit.Draw([.. _cases.Select(c => c.Name)], count, test: 0, seed: 1);

    private ImmutableArray<TrainedModel> Run(
        string output,
        FoldSplit folds,
        TrainingOptions options,
        int parallel,
        HardenedTraining? hardening = null,
        Watch? watch = null,
        CancellationToken cancellation = default) =>
        new CrossValidation(new ModelTraining(Discs.Task, options, hardening, CPU, TimeProvider.System), parallel).Run(
            _cases, folds, CaseHash.Of(_cases), Path.Combine(_folder.FullName, output), new("train", 1, "discs", "split.json"), watch, cancellation);
}
