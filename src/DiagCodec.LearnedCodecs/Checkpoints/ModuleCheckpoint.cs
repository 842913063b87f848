using System.Collections.Immutable;
using System.Text;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Training.Checkpoints;
using DiagCodec.Networks.Weights;
using TorchSharp;
using TorchSharp.Modules;

namespace DiagCodec.LearnedCodecs.Checkpoints;

/// <summary>Networks and optimisers to and from a checkpoint: weights exact, each network under its prefix; each optimiser's state as one tensor of bytes.</summary>
internal static class ModuleCheckpoint
{
    public static void Save(
        string folder,
        IEnumerable<(string Prefix, torch.nn.Module Network)> networks,
        IEnumerable<(string Name, OptimizerHelper Optimiser)> optimisers,
        CancellationToken cancellation)
    {
        Write(CheckpointFolder.WeightsFile, networks.SelectMany(n => ModuleState.Tensors(n.Network, n.Prefix, ElementType.Float32)));
        Write(CheckpointFolder.OptimiserFile, optimisers.Select(o => State(o.Name, o.Optimiser)));

        void Write(string file, IEnumerable<NewTensor> tensors) =>
            SafetensorsWriter.Write(Path.Combine(folder, file), tensors, ImmutableSortedDictionary<string, string>.Empty, overwrite: false, cancellation);
    }

    public static void Load(Checkpoint checkpoint, string prefix, torch.nn.Module network, CancellationToken cancellation)
    {
        using var weights = SafetensorsReader.Open(checkpoint.Weights);
        ModuleState.Load(network, weights, prefix, cancellation);
    }

    public static void Load(Checkpoint checkpoint, IEnumerable<(string Name, OptimizerHelper Optimiser)> optimisers)
    {
        using var stored = SafetensorsReader.Open(checkpoint.Optimiser);
        foreach (var (name, optimiser) in optimisers)
        {
            var state = stored.Find(name)!;
            var bytes = new byte[state.ByteCount];
            state.ReadBytes(bytes);
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            optimiser.load_state_dict(reader);
        }
    }

    private static NewTensor State(string name, OptimizerHelper optimiser)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            optimiser.save_state_dict(writer);
        }

        var bytes = stream.ToArray();
        return new NewTensor(name, ElementType.UInt8, [bytes.LongLength], () => bytes);
    }
}
