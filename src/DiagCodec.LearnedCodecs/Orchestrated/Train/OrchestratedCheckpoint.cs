using System.Collections.Immutable;
using System.Text;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Training.Checkpoints;
using DiagCodec.Networks.Weights;

namespace DiagCodec.LearnedCodecs.Orchestrated.Train;

/// <summary>A trainer to and from a checkpoint: weights exact under "network." and "critic.", each optimiser's state as one tensor of bytes.</summary>
internal static class OrchestratedCheckpoint
{
    private const string Network = "network.";
    private const string Critic = "critic.";

    public static void Save(OrchestratedTrainer trainer, string folder, CancellationToken cancellation)
    {
        ImmutableArray<NewTensor> critic = trainer.Critic is { } c ? ModuleState.Tensors(c, Critic, ElementType.Float32) : [];
        Write(CheckpointFolder.WeightsFile, [.. ModuleState.Tensors(trainer.Network, Network, ElementType.Float32), .. critic]);
        Write(CheckpointFolder.OptimiserFile, trainer.Optimisers.Select(o =>
        {
            using var stream = new MemoryStream();
            using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
            {
                o.Optimiser.save_state_dict(writer);
            }

            var bytes = stream.ToArray();
            return new NewTensor(o.Name, ElementType.UInt8, [bytes.LongLength], () => bytes);
        }));

        void Write(string file, IEnumerable<NewTensor> tensors) =>
            SafetensorsWriter.Write(Path.Combine(folder, file), tensors, ImmutableSortedDictionary<string, string>.Empty, overwrite: false, cancellation);
    }

    public static void Load(OrchestratedTrainer trainer, Checkpoint checkpoint, CancellationToken cancellation)
    {
        LoadNetwork(trainer.Network, checkpoint, cancellation);
        using var weights = SafetensorsReader.Open(checkpoint.Weights);
        if (trainer.Critic is { } critic)
        {
            ModuleState.Load(critic, weights, Critic, cancellation);
        }

        using var stored = SafetensorsReader.Open(checkpoint.Optimiser);
        foreach (var (name, optimiser) in trainer.Optimisers)
        {
            var state = stored.Find(name)!;
            var bytes = new byte[state.ByteCount];
            state.ReadBytes(bytes);
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            optimiser.load_state_dict(reader);
        }

        trainer.Step = (int)checkpoint.State.Step;
    }

    public static void LoadNetwork(OrchestratedNetwork network, Checkpoint checkpoint, CancellationToken cancellation)
    {
        using var weights = SafetensorsReader.Open(checkpoint.Weights);
        ModuleState.Load(network, weights, Network, cancellation);
    }
}
