using DiagCodec.Allocation;
using DiagCodec.Allocation.Policies;
using DiagCodec.Allocation.Policies.Files;
using TorchSharp;

namespace DiagCodec.Evaluation.Bench.Methods.Hevc;

/// <summary>A policy whose weights are read when first asked for, once for all threads.</summary>
internal sealed class LoadedPolicy(PolicyFolder folder) : IDisposable
{
    private readonly Lock _lock = new();
    private PolicyModel? _model;

    public PolicyDocument Document => folder.Document;

    /// <summary>An allocator that one thread has to itself.</summary>
    /// <param name="tradeoff">One of the policy's.</param>
    /// <param name="cancellation">Ends reading.</param>
    /// <exception cref="Imaging.Faults.DiagCodecException">The weights are missing or broken, or libtorch is.</exception>
    public IBitAllocator Open(double tradeoff, CancellationToken cancellation) =>
        new PolicyAllocator(Load(cancellation), Document.Tradeoffs.IndexOf(tradeoff));

    /// <summary>The model that all threads share; disposed of with this.</summary>
    /// <inheritdoc cref="Open"/>
    public PolicyModel Load(CancellationToken cancellation)
    {
        lock (_lock)
        {
            return _model ??= folder.Load(torch.CPU, cancellation);
        }
    }

    /// <summary>Gives the memory back; weights are read again when asked for again.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _model?.Dispose();
            _model = null;
        }
    }
}
