using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Checkpoints;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.Networks.Training.Checkpoints;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Train;

/// <summary>
/// One quality of a codec from start to end: steps, and every so many of them a validation, a checkpoint and a row of the learning curve. A run that was
/// stopped goes on from its last whole checkpoint and ends with the weights it would have had.
/// </summary>
public sealed class CodecTrainingRun
{
    private const int CheckpointsKept = 2;
    private const string CurveFile = "learning-curve.csv";

    private readonly CodecShape _shape;
    private readonly CodecTrainingOptions _options;
    private readonly Device _device;
    private readonly TimeProvider _clock;

    /// <exception cref="UsageException">An option is out of range.</exception>
    public CodecTrainingRun(CodecShape shape, CodecTrainingOptions options, Device device, TimeProvider clock)
    {
        options.Validate();
        (_shape, _options, _device, _clock) = (shape, options, device, clock);
    }

    /// <param name="training">At least one case.</param>
    /// <param name="validation">Cases that are only looked at; may be empty.</param>
    /// <param name="folder">Of the run: learning-curve.csv and checkpoints; made where it is missing.</param>
    /// <param name="begin">Fills fresh weights, where the training does not begin with random ones.</param>
    /// <param name="data">What else decides the training: data, split and first weights, as text.</param>
    /// <param name="progress">Told every step.</param>
    /// <param name="cancellation">Ends after the step under way; the last checkpoint stays.</param>
    /// <returns>The network after the last step, its quantiles settled. The caller disposes of it.</returns>
    /// <exception cref="InvalidInputException">The folder is of a run with other options or data.</exception>
    /// <exception cref="OutputException">The folder cannot be written.</exception>
    public HyperpriorCodec Run(
        ImmutableArray<CodecCase> training, ImmutableArray<CodecCase> validation, string folder, Action<HyperpriorCodec>? begin, string data,
        IProgress<CodecTrainingProgress>? progress, CancellationToken cancellation)
    {
        var hash = Hash(data);
        var checkpoints = new CheckpointFolder(Path.Combine(folder, "checkpoints"));
        var search = checkpoints.FindLast(hash, cancellation);
        foreach (var damage in search.Damaged)
        {
            progress?.Report(new CodecTrainingProgress(0, _options.Steps, null, damage));
        }

        manual_seed(_options.Seed);
        var network = _shape.Create();
        begin?.Invoke(network);
        network.to(_device);
        var patches = new CodecPatches(training, _options.Batch, _options.Patch, _options.Seed);
        using var trainer = new CodecTrainer(network, _options, patches, _device);
        var curve = Path.Combine(folder, CurveFile);
        var rows = ImmutableArray<CodecCurveRow>.Empty;
        if (search.Found is { } last)
        {
            ModuleCheckpoint.Load(last, "", network, cancellation);
            ModuleCheckpoint.Load(last, trainer.Optimisers);
            trainer.GoOnFrom((int)last.State.Step);
            rows = CodecCurveFile.Read(curve, last.State.Epoch);
        }

        var held = new CodecValidation(validation, _options.Patch);
        var (begun, before) = (_clock.GetTimestamp(), search.Found?.State.Seconds ?? 0);
        for (var number = rows.Length + 1; trainer.Step < _options.Steps; number++)
        {
            var sums = Stretch(trainer, Math.Min(_options.Steps, number * _options.CheckpointSteps), progress, cancellation);
            var score = held.Score(network, _device, _options.Lambda, cancellation);
            var row = new CodecCurveRow(
                number, trainer.Step, before + _clock.GetElapsedTime(begun).TotalSeconds, sums.Loss, sums.BitsPerPixel, CodecStep.PsnrOf(sums.MeanSquaredError),
                score?.BitsPerPixel, score is { } s ? CodecStep.PsnrOf(s.MeanSquaredError) : null, _options.LearningRateAt(trainer.Step - 1));
            rows = rows.Add(row);
            CodecCurveFile.Write(curve, rows);
            var state = new CheckpointState(number, trainer.Step, row.Seconds, null, null, hash, ImmutableSortedDictionary<string, string>.Empty);
            checkpoints.Save(state, place => ModuleCheckpoint.Save(place, [("", network)], trainer.Optimisers, cancellation), cancellation);
            checkpoints.Prune(CheckpointsKept, null);
            progress?.Report(new CodecTrainingProgress(trainer.Step, _options.Steps, row, null));
        }

        return Settled(network);
    }

    /// <summary>Steps up to a number; the next batch is cut while a step is under way.</summary>
    private CodecStep Stretch(CodecTrainer trainer, int end, IProgress<CodecTrainingProgress>? progress, CancellationToken cancellation)
    {
        var (loss, bits, error, first) = (0.0, 0.0, 0.0, trainer.Step);
        var next = Task.Run(() => trainer.Draw(first), cancellation);
        while (trainer.Step < end)
        {
            cancellation.ThrowIfCancellationRequested();
            var batch = next.GetAwaiter().GetResult();
            var following = trainer.Step + 1;
            next = Task.Run(() => trainer.Draw(following), cancellation);
            var step = trainer.Advance(batch);
            if (!double.IsFinite(step.Loss))
            {
                throw new InvalidInputException($"step {trainer.Step}: the loss is {step.Loss}; train with a lower --lr");
            }

            (loss, bits, error) = (loss + step.Loss, bits + step.BitsPerPixel, error + step.MeanSquaredError);
            progress?.Report(new CodecTrainingProgress(trainer.Step, _options.Steps, null, null));
        }

        next.GetAwaiter().GetResult();
        var count = Math.Max(1, end - first);
        return new CodecStep(loss / count, bits / count, error / count);
    }

    /// <summary>A copy, because the trainer disposes of its own.</summary>
    private HyperpriorCodec Settled(HyperpriorCodec trained)
    {
        var copy = _shape.Create();
        using var scope = NewDisposeScope();
        copy.load_state_dict(trained.state_dict().ToDictionary(e => e.Key, e => e.Value.detach().cpu(), StringComparer.Ordinal));
        copy.Prior.SettleQuantiles();
        return copy;
    }

    private string Hash(string data)
    {
        var text = JsonSerializer.Serialize(new { Shape = _shape, Options = _options, Data = data });
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
