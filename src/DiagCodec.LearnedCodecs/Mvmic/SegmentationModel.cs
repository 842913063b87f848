using System.Collections.Immutable;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Splits;
using DiagCodec.Networks.State;
using DiagCodec.Segmentation.Models;
using DiagCodec.Segmentation.Network;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>A task's segmentation network.</summary>
/// <param name="model">With weights of the variant.</param>
/// <param name="variant">Which of its weights.</param>
public sealed class SegmentationModel(ModelFolder model, WeightsVariant variant) : ITaskModel
{
    public ModelInput Input => model.Task.Input;

    public ImmutableArray<ModelClass> Classes => model.Task.Classes;

    public string Sha256 => model.Task.Variants.Of(variant)?.Sha256 ?? "";

    public string Word => "task";

    public IVisionTask Open(Device device, CancellationToken cancellation)
    {
        using var weights = model.OpenWeights(variant, cancellation);
        var network = NetworkFactory.Create(model.Task, 0, device);
        try
        {
            ModuleState.Load(network, weights, "", cancellation);
            return new SegmentationTask(network, [.. Classes.Select(c => c.Name)], Input.LocalContrast);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    public void Store(string folder, IVisionTask tuned, TrainingRecord record, DataSplit split, CancellationToken cancellation)
    {
        var store = new ModelStore(folder, model.Task with { Training = record });
        store.Put(WeightsVariant.Plain, (UNet2d)tuned.Network, cancellation);
        store.Write(split);
    }
}
