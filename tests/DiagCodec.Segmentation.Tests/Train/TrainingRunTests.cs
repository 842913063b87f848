using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Training;
using DiagCodec.Segmentation.Network;
using DiagCodec.Segmentation.Tests.Support;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Data;
using DiagCodec.Segmentation.Train.Sampling;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Tests.Train;

public sealed class TrainingRunTests : IDisposable
{
    private static readonly TrainingOptions Short = new()
    {
        Epochs = 3,
        StepsPerEpoch = 4,
        LearningRate = 5e-3,
        WarmUp = 2,
        Averaging = 0.8,
        Patches = new PatchOptions { Size = 32, Batch = 2 },
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("segmentation-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Discs_in_noise_are_learned_in_a_few_epochs()
    {
        var watch = new Watch();
        var options = Short with { Epochs = 4, StepsPerEpoch = 15, Patches = Short.Patches with { Batch = 4 } };
        using var network = Run("run", options, Discs.Cases(4), Discs.Cases(2, seed: 2), watch);
        var rows = watch.Epochs.Select(e => e.Epoch!).ToList();
        Assert.True(rows.Max(r => r.MeanDice) > 0.8, string.Join(' ', rows.Select(r => r.MeanDice)));
        Assert.True(rows[^1].TrainingLoss < 0.7 * rows[0].TrainingLoss, string.Join(' ', rows.Select(r => r.TrainingLoss)));
        Assert.Equal([15L, 30, 45, 60], rows.Select(r => r.Step));
        Assert.Equal(60 + 4, watch.Told.Count);
        Assert.All(watch.Told, t => Assert.Equal(("a run", 60), (t.Run, t.Steps)));

        // The network that comes back is the one that was scored best.
        var again = new Validation(Discs.Cases(2, seed: 2), options.ValidationSlices)
            .Score(new(network, CPU, Segmentation.Infer.TileOptions.Default), default);
        Assert.Equal(rows.Max(r => r.MeanDice)!.Value, again.Average()!.Value, 12);
    }

    [Fact]
    public void A_run_that_was_stopped_ends_as_one_that_was_not()
    {
        using var whole = Run("whole", Short, Discs.Cases(2), Discs.Cases(1, seed: 2));
        Stop("ended", t => t.Epoch?.Epoch == 1);
        Stop("amid", t => t.Step == 6);
        Stop("amid", t => t.Step == 10);
        Stop("begun", t => t.Step == 1);
        Stop("damaged", t => t.Step == 9);
        File.WriteAllBytes(Path.Combine(_folder.FullName, "damaged", "checkpoints", "epoch-000002", "weights.safetensors"), [1, 2, 3]);
        foreach (var name in (string[])["ended", "amid", "begun", "damaged"])
        {
            var watch = new Watch();
            using var resumed = Run(name, Short, Discs.Cases(2), Discs.Cases(1, seed: 2), watch);
            Assert.Equal(Weights.Of(whole), Weights.Of(resumed));
            Assert.Equal(Rows("whole"), Rows(name));
            Assert.Equal(name switch { "ended" or "damaged" => 5, "amid" => 9, _ => 1 }, watch.Told.First(t => t.Note is null).Step);
            Assert.Equal(name == "damaged" ? 1 : 0, watch.Told.Count(t => t.Note is not null));
            foreach (var file in (string[])["weights.safetensors", "optimiser.safetensors"])
            {
                var place = Path.Combine("checkpoints", "epoch-000003", file);
                Assert.Equal(File.ReadAllBytes(Path.Combine(_folder.FullName, "whole", place)), File.ReadAllBytes(Path.Combine(_folder.FullName, name, place)));
            }
        }

        void Stop(string name, Func<TrainingProgress, bool> when)
        {
            using var source = new CancellationTokenSource();
            var watch = new Watch(t =>
            {
                if (when(t))
                {
                    source.Cancel();
                }
            });
            Assert.ThrowsAny<OperationCanceledException>(() => Run(name, Short, Discs.Cases(2), Discs.Cases(1, seed: 2), watch, source.Token));
        }
    }

    [Fact]
    public void A_finished_run_gives_its_weights_again_without_a_step()
    {
        using var first = Run("run", Short, Discs.Cases(1), Discs.Cases(1, seed: 2));
        var watch = new Watch();
        using var again = Run("run", Short, Discs.Cases(1), Discs.Cases(1, seed: 2), watch);
        Assert.Equal(Weights.Of(first), Weights.Of(again));
        Assert.Empty(watch.Told);
    }

    [Fact]
    public void Equal_seeds_end_alike_and_others_do_not()
    {
        var options = Short with { Epochs = 1 };
        using var one = Run("one", options, Discs.Cases(1), []);
        using var same = Run("same", options, Discs.Cases(1), []);
        using var other = Run("other", options with { Seed = 2 }, Discs.Cases(1), []);
        Assert.Equal(Weights.Of(one), Weights.Of(same));
        Assert.NotEqual(Weights.Of(one), Weights.Of(other));
    }

    [Fact]
    public void A_folder_of_another_run_is_not_gone_on_with()
    {
        using var first = Run("run", Short with { Epochs = 1 }, Discs.Cases(1), []);
        var kept = File.ReadAllText(Curve("run"));
        foreach (var options in (TrainingOptions[])
        [
            Short, Short with { Epochs = 1, LearningRate = 1e-3 }, Short with { Epochs = 1, Seed = 2 },
            Short with { Epochs = 1, Patches = Short.Patches with { Batch = 3 } },
            Short with { Epochs = 1, Patches = Short.Patches with { Augmentation = new AugmentationOptions { Rotation = 0.1 } } },
        ])
        {
            var message = Assert.Throws<InvalidInputException>(() => Run("run", options, Discs.Cases(1), [])).Message;
            Assert.Contains("other options or data", message, StringComparison.Ordinal);
            Assert.Contains(_folder.FullName, message, StringComparison.Ordinal);
        }

        Assert.Equal(kept, File.ReadAllText(Curve("run")));
    }

    [Fact]
    public void Options_out_of_range_are_refused_before_anything_is_written()
    {
        Assert.Throws<UsageException>(() => Run("run", Short with { Epochs = 0 }, Discs.Cases(1), []));
        Assert.False(Directory.Exists(Path.Combine(_folder.FullName, "run")));
    }

    /// <summary>Steps too small to change a prediction: the first epoch stays the best.</summary>
    [Fact]
    public void Patience_ends_a_run_that_gets_no_better_and_keeps_the_best()
    {
        var options = Short with { Epochs = 20, StepsPerEpoch = 1, LearningRate = 1e-7, Patience = 3 };
        using var network = Run("run", options, Discs.Cases(1), Discs.Cases(1, seed: 2));
        var rows = LearningCurveFile.Read(Curve("run"), ["class1"]).Rows;
        Assert.Equal([1, 2, 3, 4], rows.Select(r => r.Epoch));
        Assert.Single(rows.Select(r => r.MeanDice).Distinct());
        var (best, last) = (Average(1), Average(4));
        Assert.NotEqual(best, last);
        Assert.Equal(best, Weights.Of(network));
        Assert.Equal([1, 3, 4], Checkpoints("run"));

        // The run has ended; asking for it again does not let it go on.
        var watch = new Watch();
        using var again = Run("run", options, Discs.Cases(1), Discs.Cases(1, seed: 2), watch);
        Assert.Empty(watch.Told);
        Assert.Equal(best, Weights.Of(again));

        float[] Average(int epoch) =>
            Weights.Of(Path.Combine(_folder.FullName, "run", "checkpoints", $"epoch-{epoch:000000}", "weights.safetensors"), "average.");
    }

    [Fact]
    public void The_curve_has_a_row_an_epoch()
    {
        using var network = Run("run", Short, Discs.Cases(1), Discs.Cases(1, seed: 2));
        var lines = File.ReadAllLines(Curve("run"));
        Assert.Equal(4, lines.Length);
        Assert.Equal("epoch,step,seconds,training_loss,validation_loss,learning_rate,dice_mean,dice_class1", lines[0]);
        var rows = LearningCurveFile.Read(Curve("run"), ["class1"]).Rows;
        Assert.Equal([(1, 4L), (2, 8L), (3, 12L)], rows.Select(r => (r.Epoch, r.Step)));
        Assert.All(rows, r => Assert.Equal(Short.LearningRateAt((int)r.Step - 1), r.LearningRate));
        Assert.All(rows, r => Assert.Equal(r.Dice[0], r.MeanDice));
    }

    [Fact]
    public void Where_nothing_is_validated_the_last_epochs_weights_are_kept()
    {
        using var network = Run("run", Short with { Patience = 1 }, Discs.Cases(1), []);
        var rows = LearningCurveFile.Read(Curve("run"), ["class1"]).Rows;
        Assert.Equal(3, rows.Length);
        Assert.All(rows, r => Assert.Null(r.MeanDice));
        Assert.Equal([2, 3], Checkpoints("run"));
        Assert.Equal(
            Weights.Of(Path.Combine(_folder.FullName, "run", "checkpoints", "epoch-000003", "weights.safetensors"), "average."), Weights.Of(network));
    }

    [Fact]
    public void Weights_to_begin_with_are_gone_on_from()
    {
        using var start = Weights.Create(Discs.Task, 77);
        var before = Weights.Of(start);
        var plan = Plan(Short with { Epochs = 1, LearningRate = 1e-9, WeightDecay = 0 }, Discs.Cases(1), []);
        using var network = new TrainingRun(plan, CPU, TimeProvider.System).Run(Path.Combine(_folder.FullName, "run"), start, null, default);
        Assert.All(before.Zip(Weights.Of(network)), p => Assert.Equal(p.First, p.Second, 1e-6));
        Assert.Equal(before, Weights.Of(start));
    }

    private static TrainingPlan Plan(TrainingOptions options, ImmutableArray<TrainingCase> training, ImmutableArray<TrainingCase> validation) =>
        new("a run", Discs.Task, options, training, validation, PlanHash.Of(Discs.Task, options, "discs"));

    private UNet2d Run(
        string name,
        TrainingOptions options,
        ImmutableArray<TrainingCase> training,
        ImmutableArray<TrainingCase> validation,
        Watch? watch = null,
        CancellationToken cancellation = default) =>
        new TrainingRun(Plan(options, training, validation), CPU, TimeProvider.System).Run(Path.Combine(_folder.FullName, name), null, watch, cancellation);

    private string Curve(string name) => Path.Combine(_folder.FullName, name, "learning-curve.csv");

    /// <summary>Without the seconds.</summary>
    private List<EpochRow> Rows(string name) => [.. LearningCurveFile.Read(Curve(name), ["class1"]).Rows.Select(r => r with { Seconds = 0, Dice = default })];

    private IEnumerable<int> Checkpoints(string name) => Directory.EnumerateDirectories(Path.Combine(_folder.FullName, name, "checkpoints"))
        .Select(f => int.Parse(Path.GetFileName(f)["epoch-".Length..], System.Globalization.CultureInfo.InvariantCulture)).Order();
}
