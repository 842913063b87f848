using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Layers;

/// <summary>
/// Cuts a network into stages whose gradients are passed on one after the other, each through a rule. CompressAI's lower bounds let a gradient through
/// where the value is above the bound or would be raised by it; that cannot be said with a tensor's own operations, but between two stages it can.
/// </summary>
public sealed class GradientCuts
{
    private readonly List<(Tensor Source, Tensor Leaf, Func<Tensor, Tensor, Tensor>? Rule)> _cuts = [];

    /// <summary>
    /// A tensor of the same values at which <see cref="Backward"/> stops and begins again. Cuts are made in the order of the forward pass. Without
    /// gradients in force it is an alias.
    /// </summary>
    /// <param name="source">What later stages depend on.</param>
    /// <param name="rule">From the values and the gradient to the gradient that is passed on; null for no change.</param>
    public Tensor Cut(Tensor source, Func<Tensor, Tensor, Tensor>? rule = null)
    {
        if (!is_grad_enabled() || !source.requires_grad)
        {
            return source.alias();
        }

        var leaf = source.detach().requires_grad_();
        _cuts.Add((source, leaf, rule));
        return leaf;
    }

    /// <summary>Gradients of the loss for all parameters of all stages.</summary>
    public void Backward(Tensor loss)
    {
        loss.backward();
        for (var i = _cuts.Count - 1; i >= 0; i--)
        {
            using var scope = NewDisposeScope();
            var (source, leaf, rule) = _cuts[i];
            if (leaf.grad is { } gradient)
            {
                using var still = no_grad();
                var passed = rule is null ? gradient : rule(leaf, gradient);
                source.backward([passed]);
            }
        }
    }
}
