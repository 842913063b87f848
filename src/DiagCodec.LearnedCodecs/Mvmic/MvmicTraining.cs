using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Imaging.Files;
using DiagCodec.LearnedCodecs.Files;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Pictures;
using DiagCodec.LearnedCodecs.Train;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Weights;
using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>
/// From a task's model and cases to one more quality of a codec's folder, with the network that was tuned for it beside its weights, and scores of the test cases.
/// </summary>
public sealed class MvmicTraining
{
    private const int MostLevels = 255;
    private const int BitDepth = 8;

    private readonly ModelTask _task;
    private readonly ITaskModel _model;
    private readonly CodecShape _shape;
    private readonly MvmicOptions _options;
    private readonly Device _device;
    private readonly TimeProvider _clock;

    /// <param name="task">Of the cases.</param>
    /// <param name="model">The network that is frozen, then tuned; of the task, or with its classes.</param>
    /// <param name="shape">Of the codec.</param>
    /// <param name="options">How.</param>
    /// <param name="device">Where networks run.</param>
    /// <param name="clock">For learning curves.</param>
    public MvmicTraining(ModelTask task, ITaskModel model, CodecShape shape, MvmicOptions options, Device device, TimeProvider clock)
    {
        // A codec codes pictures as they are; what the network wants to see besides is made of decoded ones.
        _task = task with { Input = model.Input with { LocalContrast = null } };
        (_model, _shape, _options, _device, _clock) = (model, shape, options, device, clock);
    }

    /// <param name="cases">Read and split.</param>
    /// <param name="folder">Gets codec.json with one more quality, its weights, the tuned network and the run.</param>
    /// <param name="start">Path of the codec's first weights; null for random ones.</param>
    /// <param name="record">What both models say of their making.</param>
    /// <param name="progress">Told every step.</param>
    /// <param name="cancellation">A later call goes on from the last checkpoints.</param>
    /// <returns>Null where there are no test cases.</returns>
    /// <exception cref="Imaging.Faults.InvalidInputException">The folder has a codec of another network, or a run with other options or data.</exception>
    public MvmicResult? Train(
        SplitCases cases, string folder, string? start, TrainingRecord record, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        OutputFolder.Make(folder);
        var store = new CodecStore(folder, _shape);
        var task = _model.Open(_device, cancellation);
        using var network = task.Network;
        var lambda = _options.DistortionWeight.ToString(CultureInfo.InvariantCulture);
        var tunedFolder = $"{_model.Word}-{lambda}";
        var test = Prepare(cases.Test);
        var plan = new MvmicPlan(_task.Name, _shape, _options, Prepare(cases.Training), Prepare(cases.Validation), $"{cases.Hash} {_model.Sha256} {Sha256(start, cancellation)}");
        var evaluation = new MvmicEvaluation(test, int.MaxValue, task, _device);
        MvmicScore? uncoded = null;
        MvmicScore? first = null;
        using var codec = new MvmicRun(plan, _device, _clock).Run(
            Path.Combine(folder, $"run-{lambda}"),
            task,
            start is null ? null : fresh => Load(fresh, start, cancellation),
            trained =>
            {
                Store(store, trained, record, test, _options.TuningEpochs > 0 ? tunedFolder : null, cancellation);
                if (!test.IsEmpty)
                {
                    (uncoded, first) = (evaluation.Score(null, cancellation), evaluation.Score(trained, cancellation));
                }
            },
            progress,
            cancellation);
        if (_options.TuningEpochs > 0)
        {
            _model.Store(Path.Combine(folder, tunedFolder), task, record, cases.Split, cancellation);
        }

        return first is null ? null : MvmicResult.Of(task, uncoded!, first, evaluation.Score(codec, cancellation));
    }

    private static string? Sha256(string? start, CancellationToken cancellation)
    {
        if (start is null)
        {
            return null;
        }

        using var weights = SafetensorsReader.Open(start);
        return weights.Sha256(cancellation);
    }

    private static void Load(HyperpriorCodec codec, string path, CancellationToken cancellation)
    {
        using var weights = SafetensorsReader.Open(path);
        CodecWeights.Load(codec, weights, cancellation);
    }

    /// <summary>Stores the codec, codes the test slices for real with what was stored, and leaves the codec with the weights that were stored.</summary>
    private void Store(CodecStore store, HyperpriorCodec codec, TrainingRecord record, ImmutableArray<TrainingCase> test, string? tuned, CancellationToken cancellation)
    {
        var quality = new CodecQuality(_options.DistortionWeight, "", "", _options.Epochs * _options.StepsPerEpoch, record.Seed, record.Command, record.Data, null, null) { Tuned = tuned };
        store.Put(
            codec,
            quality,
            (folder, stored) =>
            {
                Load(codec, Path.Combine(folder.Path, stored.File), cancellation);
                using var pictures = new PictureCodec(folder.Load(stored, cancellation), _device);
                return CodecScore.Of(pictures, [.. test.Select(Pictures)], 1, null, cancellation);
            },
            cancellation);
    }

    private CodecCase Pictures(TrainingCase source)
    {
        var planes = source.Source.Planes;
        return new CodecCase(source.Name, [.. planes.Slices.Select(s => new Picture(
            planes.Columns, planes.Rows, _shape.Channels, BitDepth, Array.ConvertAll(s, v => (ushort)Math.Round(v * MostLevels / InputPlanes.Scale))))]);
    }

    private ImmutableArray<TrainingCase> Prepare(ImmutableArray<LabelledSeries> cases) => [.. cases.Select(c => CaseReader.Prepare(c, _task))];
}
