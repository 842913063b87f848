using static TorchSharp.torch;

namespace TorchSharp.Tests.Gradients;

/// <summary>An operation and the inputs that its gradient is checked at.</summary>
/// <param name="Export">The name in the shim, without its prefix.</param>
/// <param name="Apply">From the inputs to a result of any shape.</param>
/// <param name="Shapes">Of the inputs.</param>
/// <param name="Positive">Whether the inputs are from (0.2, 0.8) only, rather than of either sign.</param>
public sealed record GradientCase(string Export, Func<Tensor[], Tensor> Apply, long[][] Shapes, bool Positive = false)
{
    public override string ToString() => Export;
}
