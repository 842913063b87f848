using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Orchestrated.Files;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Data;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Orchestrated.Train;

/// <summary>From cases to a model folder: trains one design for a task, stores what is used, and scores what was stored on the test cases.</summary>
public sealed class OrchestratedTraining
{
    private readonly ModelTask _task;
    private readonly OrchestratedDesign _design;
    private readonly OrchestratedLayout _layout;
    private readonly OrchestratedOptions _options;
    private readonly Device _device;
    private readonly TimeProvider _clock;

    /// <param name="task">Says how slices become inputs and which classes there are; its own network is not used.</param>
    /// <param name="design">What is trained.</param>
    /// <param name="layout">Its widths; channels and classes are the task's.</param>
    /// <param name="options">How.</param>
    /// <param name="device">Where networks run.</param>
    /// <param name="clock">For learning curves.</param>
    public OrchestratedTraining(
        ModelTask task, OrchestratedDesign design, OrchestratedLayout layout, OrchestratedOptions options, Device device, TimeProvider clock)
    {
        // Every slice is coded by itself, so neighbours are no channels; the volumetric networks see them as they are.
        _task = task with { Input = task.Input with { Slices = 1 } };
        _layout = layout with { Channels = 1, Classes = task.Classes.Length };
        (_design, _options, _device, _clock) = (design, options, device, clock);
    }

    /// <param name="cases">Read and split.</param>
    /// <param name="start">Whose weights the networks begin with; null for random ones.</param>
    /// <param name="folder">Of the model, with the run's checkpoints in "run".</param>
    /// <param name="record">What the model says of its making.</param>
    /// <param name="progress">Told every step.</param>
    /// <param name="cancellation">A later call goes on from the last checkpoint.</param>
    /// <returns>Scores of the test cases; null where there are none.</returns>
    /// <exception cref="UsageException">Options or sizes are out of range.</exception>
    /// <exception cref="InvalidInputException">The model to begin with has other sizes or parts, or the folder is of a run with other options or data.</exception>
    public OrchestratedScore? Train(
        SplitCases cases, OrchestratedFolder? start, string folder, TrainingRecord record, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        var plan = new OrchestratedPlan(
            $"{_task.Name} {_design}", _design, _layout, _options, [.. _task.Classes.Select(c => c.Name)], Prepare(cases.Training), Prepare(cases.Validation), cases.Hash)
        {
            Start = start,
        };
        using (var trained = new OrchestratedRun(plan, _device, _clock).Run(Path.Combine(folder, "run"), progress, cancellation))
        {
            OrchestratedFolder.Write(
                folder,
                new OrchestratedDocument(OrchestratedDocument.CurrentSchema, ModelName.OfFolder(folder, _task.Name), _design, _layout, _task.Input, _task.Classes, new StoredWeights("", ""), record),
                trained,
                cancellation);
        }

        if (cases.Test.IsEmpty)
        {
            return null;
        }

        using var stored = OrchestratedFolder.Open(folder).Load(_device, cancellation);
        return new OrchestratedEvaluation(Prepare(cases.Test), _layout, int.MaxValue).Score(new OrchestratedCoder(stored, _device), stored, cancellation);
    }

    private ImmutableArray<TrainingCase> Prepare(ImmutableArray<LabelledSeries> cases) => [.. cases.Select(c => CaseReader.Prepare(c, _task))];
}
