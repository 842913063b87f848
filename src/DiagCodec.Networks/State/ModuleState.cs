using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.Networks.State;

/// <summary>
/// Parameters and buffers of a network to and from safetensors files, by the names that PyTorch gives them. Buffers of whole numbers, with which
/// batch normalisation counts its batches, are left out: nothing depends on them.
/// </summary>
public static class ModuleState
{
    /// <summary>The tensors of a network for a file.</summary>
    /// <param name="network">F32 parameters and buffers, on any device; other element types are refused.</param>
    /// <param name="prefix">Put before every name, for example "average."; empty for none.</param>
    /// <param name="storage">F32 for exact weights, F16 to halve the file: rounded to 11 significant bits.</param>
    /// <exception cref="ArgumentException">Another storage type.</exception>
    public static ImmutableArray<NewTensor> Tensors(nn.Module network, string prefix, ElementType storage) =>
        [.. network.state_dict().Where(e => e.Value.is_floating_point()).OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => Tensor(prefix + e.Key, e.Value, storage))];

    /// <summary>Copies the tensors of a file into a network.</summary>
    /// <param name="network">Takes the values; its own are overwritten only after all of the file was checked.</param>
    /// <param name="file">F32, F16 or BF16 tensors.</param>
    /// <param name="prefix">Of the names in the file; tensors without it are not looked at where it is not empty.</param>
    /// <param name="cancellation">Ends the check.</param>
    /// <exception cref="InvalidInputException">A tensor is missing, unexpected, of another shape or type, or holds NaN or infinity.</exception>
    public static void Load(nn.Module network, SafetensorsReader file, string prefix, CancellationToken cancellation) =>
        Load(network, file, new StateMatchOptions { Prefix = prefix, OnlyPrefixed = prefix.Length > 0, AcceptHalf = true }, cancellation);

    /// <inheritdoc cref="Load(nn.Module, SafetensorsReader, string, CancellationToken)"/>
    /// <param name="network">Takes the values.</param>
    /// <param name="file">F32, F16 or BF16 tensors.</param>
    /// <param name="options">What may differ.</param>
    /// <param name="cancellation">Ends the check.</param>
    public static void Load(nn.Module network, SafetensorsReader file, StateMatchOptions options, CancellationToken cancellation)
    {
        if (file.FindNonFinite(cancellation) is { } broken)
        {
            throw new InvalidInputException($"{file.Path}: tensor '{broken.Tensor}' holds {broken.Value} at element {broken.Index}; get a fresh copy, or train again");
        }

        var state = network.state_dict().Where(e => e.Value.is_floating_point()).ToDictionary();
        var expected = state.Select(e => new ExpectedTensor(e.Key, ElementType.Float32, [.. e.Value.shape])).ToList();
        var found = StateMatch.Check(file, expected, options);
        using var scope = NewDisposeScope();
        using var fixedGraph = no_grad();
        foreach (var (name, target) in state)
        {
            var values = new float[found[name].ElementCount];
            found[name].ReadFloats(values);
            target.copy_(tensor(values, target.shape));
        }
    }

    private static NewTensor Tensor(string name, Tensor value, ElementType storage)
    {
        using var scope = NewDisposeScope();
        var values = value.detach().cpu().contiguous().data<float>().ToArray();
        ImmutableArray<long> shape = [.. value.shape];
        return storage switch
        {
            ElementType.Float32 => NewTensor.OfFloats(name, shape, values),
            ElementType.Float16 => Halves(name, shape, values),
            _ => throw new ArgumentException($"F32 or F16 was expected, found {storage}", nameof(storage)),
        };
    }

    private static NewTensor Halves(string name, ImmutableArray<long> shape, float[] values)
    {
        var halves = Array.ConvertAll(values, v => (Half)v);
        return new NewTensor(name, ElementType.Float16, shape, () => MemoryMarshal.AsBytes(halves.AsSpan()));
    }
}
