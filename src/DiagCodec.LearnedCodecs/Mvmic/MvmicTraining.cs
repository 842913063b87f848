using System.Collections.Immutable;
using DiagCodec.Imaging.Files;
using DiagCodec.LearnedCodecs.Files;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Weights;
using DiagCodec.Segmentation.Models;
using DiagCodec.Segmentation.Network;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>From a task's model and cases to a codec's folder and a tuned model's folder, with scores of the test cases.</summary>
public sealed class MvmicTraining
{
    private const string WeightsFile = "weights.safetensors";

    private readonly ModelFolder _model;
    private readonly WeightsVariant _variant;
    private readonly CodecShape _shape;
    private readonly MvmicOptions _options;
    private readonly Device _device;
    private readonly TimeProvider _clock;

    /// <param name="model">The task and the network that is frozen, then tuned.</param>
    /// <param name="variant">Which of its weights.</param>
    /// <param name="shape">Of the codec.</param>
    /// <param name="options">How.</param>
    /// <param name="device">Where networks run.</param>
    /// <param name="clock">For learning curves.</param>
    public MvmicTraining(ModelFolder model, WeightsVariant variant, CodecShape shape, MvmicOptions options, Device device, TimeProvider clock)
    {
        (_model, _variant, _shape, _options, _device, _clock) = (model, variant, shape, options, device, clock);
    }

    /// <param name="cases">Read and split.</param>
    /// <param name="folder">Gets "codec" (codec.json), "task" (task.json) and "run".</param>
    /// <param name="record">What both models say of their making.</param>
    /// <param name="progress">Told every step.</param>
    /// <param name="cancellation">A later call goes on from the last checkpoints.</param>
    /// <returns>Null where there are no test cases.</returns>
    public MvmicResult? Train(
        SplitCases cases, string folder, TrainingRecord record, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        using var network = Network(cancellation);
        var plan = new MvmicPlan(
            _model.Task.Name, _shape, _options, [.. _model.Task.Classes.Select(c => c.Name)], Prepare(cases.Training), Prepare(cases.Validation),
            $"{cases.Hash} {_model.Task.Variants.Of(_variant)?.Sha256}");
        var evaluation = new MvmicEvaluation(Prepare(cases.Test), int.MaxValue, network, _device);
        MvmicScore? uncoded = null;
        MvmicScore? first = null;
        using var codec = new MvmicRun(plan, _device, _clock).Run(
            Path.Combine(folder, "run"),
            network,
            trained =>
            {
                (uncoded, first) = (evaluation.Score(null, cancellation), evaluation.Score(trained, cancellation));
                Store(trained, Path.Combine(folder, "codec"), record, first, cancellation);
            },
            progress,
            cancellation);
        var store = new ModelStore(Path.Combine(folder, "task"), _model.Task with { Training = record });
        store.Put(WeightsVariant.Plain, network, cancellation);
        store.Write(cases.Split);
        return cases.Test.IsEmpty ? null : new MvmicResult(uncoded!, first!, evaluation.Score(codec, cancellation));
    }

    private UNet2d Network(CancellationToken cancellation)
    {
        using var weights = _model.OpenWeights(_variant, cancellation);
        var network = NetworkFactory.Create(_model.Task, 0, _device);
        try
        {
            ModuleState.Load(network, weights, "", cancellation);
            return network;
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    private void Store(HyperpriorCodec codec, string folder, TrainingRecord record, MvmicScore score, CancellationToken cancellation)
    {
        OutputFolder.Make(folder);
        var path = Path.Combine(folder, WeightsFile);
        SafetensorsWriter.Write(path, ModuleState.Tensors(codec, "", ElementType.Float32), ImmutableSortedDictionary<string, string>.Empty, overwrite: true, cancellation);
        using var written = SafetensorsReader.Open(path);
        var quality = new CodecQuality(
            _options.DistortionWeight, WeightsFile, written.Sha256(cancellation), _options.Epochs * _options.StepsPerEpoch, record.Seed, record.Command, record.Data,
            score.BitsPerPixel, score.Psnr);
        var document = new CodecDocument(
            CodecDocument.CurrentSchema, $"{_shape.Codec}-{_model.Task.Name}", $"{_shape.Codec} of width {_shape.Width} with {_shape.Latent} latents, trained for the task {_model.Task.Name}",
            _shape, [quality], _model.Task.Licence);
        CodecJson.Write(Path.Combine(folder, CodecFolder.DocumentFile), document, overwrite: true);
    }

    private ImmutableArray<TrainingCase> Prepare(ImmutableArray<LabelledSeries> cases) => [.. cases.Select(c => CaseReader.Prepare(c, _model.Task))];
}
