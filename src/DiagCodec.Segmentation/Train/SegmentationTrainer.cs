using System.Text;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Network;
using DiagCodec.Segmentation.Train.Sampling;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Train;

/// <summary>
/// Steps a network down its loss: a batch, its loss, AdamW with a falling learning rate, the running mean of the weights. Knows
/// nothing of files, validation and progress.
/// </summary>
public sealed class SegmentationTrainer : IDisposable
{
    private readonly TrainingOptions _options;
    private readonly PatchSampler _sampler;
    private readonly Device _device;
    private readonly OptimizerHelper _optimiser;
    private readonly UNet2d? _teacher;

    /// <param name="task">Sizes and classes.</param>
    /// <param name="options">How.</param>
    /// <param name="sampler">Gives the batches.</param>
    /// <param name="device">Where the networks lie.</param>
    /// <param name="start">Weights to begin with, and the teacher on slices before coding; null: random weights of the options' seed.</param>
    public SegmentationTrainer(ModelTask task, TrainingOptions options, PatchSampler sampler, Device device, UNet2d? start)
    {
        _teacher = start;
        (_options, _sampler, _device) = (options, sampler, device);
        Current = NetworkFactory.Create(task, options.Seed, device);
        Average = NetworkFactory.Create(task, options.Seed, device);
        if (start is not null)
        {
            WeightAverage.Copy(Current, start);
            WeightAverage.Copy(Average, start);
        }

        _optimiser = optim.AdamW(Current.parameters(), options.LearningRate, weight_decay: options.WeightDecay);
    }

    /// <summary>The network as the last step left it.</summary>
    public UNet2d Current { get; }

    /// <summary>The running mean, which is what is validated and kept.</summary>
    public UNet2d Average { get; }

    /// <summary>Steps done.</summary>
    public int Step { get; private set; }

    /// <summary>Takes the next step.</summary>
    /// <param name="batch">Batch number <see cref="Step"/> of the sampler.</param>
    /// <returns>The loss before the step.</returns>
    public double Advance(PatchBatch batch)
    {
        using var scope = NewDisposeScope();
        foreach (var group in _optimiser.ParamGroups)
        {
            group.LearningRate = _options.LearningRateAt(Step);
        }

        long[] shape = [batch.Batch, batch.Channels, batch.Size, batch.Size];
        var images = tensor(batch.Images, shape).to(_device);
        var labels = tensor(batch.Labels, [batch.Batch, batch.Size, batch.Size]).to(_device);
        _optimiser.zero_grad();
        var scores = Current.call(images);
        var loss = SegmentationLoss.Of(scores, labels);
        if (_teacher is not null && batch.Uncoded is { } uncoded)
        {
            loss = loss + TeachingLoss.Of(scores, Taught(tensor(uncoded, shape).to(_device)));
        }

        loss.backward();
        nn.utils.clip_grad_norm_(Current.parameters(), _options.GradientNorm);
        _optimiser.step();
        WeightAverage.Update(Average, Current, _options.Averaging, Step);
        Step++;
        return loss.item<float>();
    }

    private Tensor Taught(Tensor uncoded)
    {
        using var fixedGraph = no_grad();
        return _teacher!.call(uncoded);
    }

    /// <summary>The batch that <see cref="Advance"/> wants at step <paramref name="step"/>; may run beside a step.</summary>
    public PatchBatch Draw(int step) => _sampler.Draw(step);

    /// <summary>What the optimiser remembers, in the tensor library's own form.</summary>
    public byte[] SaveOptimiser()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            _optimiser.save_state_dict(writer);
        }

        return stream.ToArray();
    }

    /// <param name="state">Of <see cref="SaveOptimiser"/>.</param>
    /// <param name="step">Steps done when it was saved.</param>
    public void LoadOptimiser(byte[] state, long step)
    {
        using var reader = new BinaryReader(new MemoryStream(state), Encoding.UTF8);
        _optimiser.load_state_dict(reader);
        Step = (int)step;
    }

    public void Dispose()
    {
        _optimiser.Dispose();
        Current.Dispose();
        Average.Dispose();
    }
}
