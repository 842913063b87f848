using System.Collections.Immutable;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Infer;
using DiagCodec.Segmentation.Models;
using DiagCodec.Segmentation.Network;
using DiagCodec.Segmentation.Score;
using DiagCodec.Segmentation.Train.Data;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Train;

/// <summary>From cases to a model folder: trains, hardens where that is asked for, stores the weights and scores what was stored on the test cases.</summary>
public sealed class ModelTraining
{
    private readonly ModelTask _task;
    private readonly TrainingOptions _options;
    private readonly HardenedTraining? _hardening;
    private readonly Device _device;
    private readonly TimeProvider _clock;

    /// <param name="task">Without weights yet, or with weights that are replaced.</param>
    /// <param name="options">Of the plain network.</param>
    /// <param name="hardening">Null: only the plain network is trained.</param>
    /// <param name="device">Where networks run.</param>
    /// <param name="clock">For learning curves.</param>
    public ModelTraining(ModelTask task, TrainingOptions options, HardenedTraining? hardening, Device device, TimeProvider clock)
    {
        (_task, _options, _hardening, _device, _clock) = (task, options, hardening, device, clock);
    }

    /// <param name="cases">Read and split.</param>
    /// <param name="place">Where the model goes, and where its runs keep their checkpoints.</param>
    /// <param name="record">What the model says of its making.</param>
    /// <param name="progress">Told every step.</param>
    /// <param name="cancellation">A later call goes on from the last checkpoints.</param>
    public TrainedModel Train(SplitCases cases, ModelPlace place, TrainingRecord record, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var training = Prepare(cases.Training);
        var validation = Prepare(cases.Validation);
        var store = new ModelStore(place.Model, _task with { Training = record });
        using var plain = Run(WeightsVariant.Plain, _options, training, null, cases.Hash);
        store.Put(WeightsVariant.Plain, plain, cancellation);
        if (_hardening is { } hardening)
        {
            using var hardened = Run(WeightsVariant.Hardened, hardening.Options, hardening.Harden(cases.Training, cancellation), plain, $"{cases.Hash} {hardening.Hash}");
            store.Put(WeightsVariant.Hardened, hardened, cancellation);
        }

        store.Write(cases.Split);
        return new TrainedModel(place.Model, Score(ModelFolder.Open(place.Model), cases.Test, cancellation));

        UNet2d Run(WeightsVariant variant, TrainingOptions options, ImmutableArray<TrainingCase> on, UNet2d? start, string data)
        {
            var plan = new TrainingPlan($"{place.Name} {variant.ToString().ToLowerInvariant()}", _task, options, on, validation, PlanHash.Of(_task, options, data));
            var folder = Path.Combine(place.Runs, variant.ToString().ToLowerInvariant());
            return new TrainingRun(plan, _device, _clock).Run(folder, start, progress, cancellation);
        }
    }

    private ImmutableArray<TrainingCase> Prepare(ImmutableArray<LabelledSeries> cases) => [.. cases.Select(c => CaseReader.Prepare(c, _task))];

    /// <summary>The weights are read back, so that the scores are those of the files and not of what they were rounded from.</summary>
    private ImmutableArray<CaseScore> Score(ModelFolder model, ImmutableArray<LabelledSeries> cases, CancellationToken cancellation)
    {
        var scores = ImmutableArray.CreateBuilder<CaseScore>();
        foreach (var variant in model.Task.Variants.Present())
        {
            using var segmenter = Segmenter.Load(model, variant, _device, TileOptions.Default, cancellation);
            foreach (var one in cases)
            {
                scores.AddRange(CaseScore.Of(one, variant, segmenter.Segment(one.Series.Volume, null, cancellation), model.Task));
            }
        }

        return scores.ToImmutable();
    }
}
