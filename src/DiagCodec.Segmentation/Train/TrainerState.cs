using System.Collections.Immutable;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Training.Checkpoints;
using DiagCodec.Networks.Weights;
using DiagCodec.Segmentation.Network;

namespace DiagCodec.Segmentation.Train;

/// <summary>
/// A trainer to and from a checkpoint. Weights and their running mean are exact, in one file under "current." and "average."; the
/// optimiser's state is what the tensor library writes of it, as one tensor of bytes.
/// </summary>
internal static class TrainerState
{
    private const string Current = "current.";
    private const string Average = "average.";
    private const string State = "adamw";

    public static void Save(SegmentationTrainer trainer, string folder, CancellationToken cancellation)
    {
        Write(
            CheckpointFolder.WeightsFile,
            [.. ModuleState.Tensors(trainer.Current, Current, ElementType.Float32), .. ModuleState.Tensors(trainer.Average, Average, ElementType.Float32)]);
        var bytes = trainer.SaveOptimiser();
        Write(CheckpointFolder.OptimiserFile, [new NewTensor(State, ElementType.UInt8, [bytes.LongLength], () => bytes)]);

        void Write(string file, ImmutableArray<NewTensor> tensors) =>
            SafetensorsWriter.Write(Path.Combine(folder, file), tensors, ImmutableSortedDictionary<string, string>.Empty, overwrite: false, cancellation);
    }

    public static void Load(SegmentationTrainer trainer, Checkpoint checkpoint, CancellationToken cancellation)
    {
        using var weights = SafetensorsReader.Open(checkpoint.Weights);
        ModuleState.Load(trainer.Current, weights, Current, cancellation);
        ModuleState.Load(trainer.Average, weights, Average, cancellation);
        using var optimiser = SafetensorsReader.Open(checkpoint.Optimiser);
        var stored = optimiser.Find(State)!;
        var bytes = new byte[stored.ByteCount];
        stored.ReadBytes(bytes);
        trainer.LoadOptimiser(bytes, checkpoint.State.Step);
    }

    public static void LoadAverage(UNet2d network, Checkpoint checkpoint, CancellationToken cancellation)
    {
        using var weights = SafetensorsReader.Open(checkpoint.Weights);
        ModuleState.Load(network, weights, Average, cancellation);
    }
}
