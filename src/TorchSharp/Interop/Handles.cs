using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>Several tensors on their way to libtorch. Dispose after the call: it keeps them alive until then.</summary>
internal readonly ref struct Handles
{
    private readonly IEnumerable<Tensor> _tensors;
    private readonly nint[] _values;

    internal Handles(IEnumerable<Tensor> tensors)
    {
        // A sequence that is computed would make other tensors the second time.
        var list = tensors as IReadOnlyCollection<Tensor> ?? [.. tensors];
        _tensors = list;
        _values = new nint[list.Count];
        var i = 0;
        foreach (var tensor in list)
        {
            ArgumentNullException.ThrowIfNull(tensor, nameof(tensors));
            _values[i++] = tensor.Handle;
        }
    }

    internal int Count => _values.Length;

    internal ReadOnlySpan<nint> Values => _values;

    /// <summary>Tensors for handles that a call gave out.</summary>
    internal static Tensor[] Take(ReadOnlySpan<nint> handles)
    {
        var taken = new Tensor[handles.Length];
        for (var i = 0; i < taken.Length; i++)
        {
            taken[i] = new Tensor(handles[i]);
        }

        return taken;
    }

    public void Dispose() => GC.KeepAlive(_tensors);
}
