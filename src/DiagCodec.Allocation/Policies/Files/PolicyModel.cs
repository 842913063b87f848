using DiagCodec.Allocation.Policies.Networks;
using TorchSharp;

namespace DiagCodec.Allocation.Policies.Files;

/// <summary>A policy in memory.</summary>
/// <param name="document">What it is.</param>
/// <param name="network">Disposed of with this.</param>
/// <param name="device">Where it lies.</param>
public sealed class PolicyModel(PolicyDocument document, PolicyNetwork network, torch.Device device) : IDisposable
{
    public PolicyDocument Document => document;

    public PolicyNetwork Network => network;

    public torch.Device Device => device;

    public void Dispose() => network.Dispose();
}
