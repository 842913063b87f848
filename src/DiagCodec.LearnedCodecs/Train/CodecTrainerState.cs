using System.Collections.Immutable;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Training.Checkpoints;
using DiagCodec.Networks.Weights;

namespace DiagCodec.LearnedCodecs.Train;

/// <summary>A trainer to and from a checkpoint: exact weights, and what the optimisers remember as two tensors of bytes.</summary>
internal static class CodecTrainerState
{
    private const string Main = "adam";
    private const string Quantiles = "quantiles";

    public static void Save(CodecTrainer trainer, string folder, CancellationToken cancellation)
    {
        var (main, quantiles) = trainer.SaveOptimisers();
        Write(CheckpointFolder.WeightsFile, ModuleState.Tensors(trainer.Network, "", ElementType.Float32));
        Write(CheckpointFolder.OptimiserFile, [Bytes(Main, main), Bytes(Quantiles, quantiles)]);

        void Write(string file, ImmutableArray<NewTensor> tensors) =>
            SafetensorsWriter.Write(Path.Combine(folder, file), tensors, ImmutableSortedDictionary<string, string>.Empty, overwrite: false, cancellation);
    }

    public static void Load(CodecTrainer trainer, Checkpoint checkpoint, CancellationToken cancellation)
    {
        using var weights = SafetensorsReader.Open(checkpoint.Weights);
        ModuleState.Load(trainer.Network, weights, "", cancellation);
        using var optimisers = SafetensorsReader.Open(checkpoint.Optimiser);
        trainer.LoadOptimisers(Read(optimisers, Main), Read(optimisers, Quantiles), (int)checkpoint.State.Step);
    }

    private static NewTensor Bytes(string name, byte[] bytes) => new(name, ElementType.UInt8, [bytes.LongLength], () => bytes);

    private static byte[] Read(SafetensorsReader file, string name)
    {
        var stored = file.Find(name)!;
        var bytes = new byte[stored.ByteCount];
        stored.ReadBytes(bytes);
        return bytes;
    }
}
