using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Detect.Files;
using DiagCodec.LearnedCodecs.Mvmic;
using DiagCodec.LearnedCodecs.Train;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Splits;
using DiagCodec.Segmentation.Models;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Data;
using DiagCodec.Segmentation.Train.Sampling;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Detect;

/// <summary>From cases with label maps to a detector's folder: its truth are boxes round the connected parts of every class.</summary>
public sealed class DetectorTraining
{
    private readonly ModelTask _task;
    private readonly DetectorLayout _layout;
    private readonly DetectorOptions _options;
    private readonly Device _device;
    private readonly TimeProvider _clock;

    /// <param name="task">Says how slices become inputs and which classes there are; its own network is not used.</param>
    /// <param name="layout">Widths, and how many adjacent slices are seen; classes are the task's.</param>
    /// <param name="options">How.</param>
    /// <param name="device">Where the network runs.</param>
    /// <param name="clock">For the learning curve.</param>
    /// <exception cref="UsageException">Options or sizes are out of range.</exception>
    public DetectorTraining(ModelTask task, DetectorLayout layout, DetectorOptions options, Device device, TimeProvider clock)
    {
        options.Validate();
        _layout = layout with { Classes = task.Classes.Length };
        if (_layout.Faults().ToList() is [_, ..] faults)
        {
            throw new UsageException($"detector: {string.Join("; ", faults)}");
        }

        _task = task with { Input = task.Input with { Slices = layout.Inputs } };
        (_options, _device, _clock) = (options, device, clock);
    }

    /// <param name="cases">Read and split.</param>
    /// <param name="folder">Of the model, with the run's checkpoints in "run".</param>
    /// <param name="record">What the model says of its making.</param>
    /// <param name="progress">Told every step.</param>
    /// <param name="cancellation">A later call goes on from the last checkpoint.</param>
    /// <returns>Scores of the test cases, of what was stored; null where there are none.</returns>
    public MvmicScore? Train(SplitCases cases, string folder, TrainingRecord record, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var sampler = new PatchSampler(Prepare(cases.Training), _options.Patches, _layout.Inputs, _options.Seed);
        using (var trainer = new DetectorTrainer(_layout, _options, _device))
        {
            var validation = new MvmicEvaluation(Prepare(cases.Validation), _options.ValidationSlices, Task(trainer.Network), _device);
            new TrainingStage(
                $"{_task.Name} detector", _options.Epochs, _options.Steps / _options.Epochs, trainer.Network, trainer.Optimisers, sampler.Draw,
                (step, batch) =>
                {
                    trainer.Step = step;
                    return trainer.Advance(batch);
                },
                DetectionTask.FigureNames,
                _ => new StageFigures(validation.Score(null, cancellation).Accuracy))
                .Run(Path.Combine(folder, "run"), Hash(cases), _clock, progress, cancellation);
            DetectorFolder.Write(
                folder,
                new DetectorDocument(DetectorDocument.CurrentSchema, _task.Name, _layout, _task.Input, _task.Classes, _options.SmallestArea, new StoredWeights("", ""), record),
                trainer.Network,
                cancellation);
            SplitJson.Write(Path.Combine(folder, ModelStore.SplitFile), cases.Split, overwrite: true);
        }

        if (cases.Test.IsEmpty)
        {
            return null;
        }

        using var stored = DetectorFolder.Open(folder).Load(_device, cancellation);
        return new MvmicEvaluation(Prepare(cases.Test), int.MaxValue, Task(stored), _device).Score(null, cancellation);
    }

    /// <summary>The cases are prepared with the contrast that the network wants.</summary>
    private DetectionTask Task(CentreDetector network) => new(network, _options.SmallestArea, localContrast: null);

    private ImmutableArray<TrainingCase> Prepare(ImmutableArray<LabelledSeries> cases) => [.. cases.Select(c => CaseReader.Prepare(c, _task))];

    private string Hash(SplitCases cases) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { Layout = _layout, Options = _options, _task.Input, Data = cases.Hash }))));
}
