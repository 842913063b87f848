using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.LearnedCodecs.Orchestrated.Networks;

/// <summary>
/// SegAN's large kernel out of thin ones: a convolution along each axis in turn, and the same in the opposite order, added. In 3-D, which SegAN has
/// not, there are three of them in each branch.
/// </summary>
public sealed class SeparableConvolution : Module<Tensor, Tensor>
{
    private readonly ModuleList<Module<Tensor, Tensor>> forwards = ModuleList<Module<Tensor, Tensor>>();
    private readonly ModuleList<Module<Tensor, Tensor>> backwards = ModuleList<Module<Tensor, Tensor>>();

    /// <param name="layers">Pictures or volumes.</param>
    /// <param name="inputs">Channels that come in.</param>
    /// <param name="outputs">Channels that go out.</param>
    /// <param name="kernel">Length along every axis, odd.</param>
    public SeparableConvolution(SpatialLayers layers, int inputs, int outputs, int kernel)
        : base(nameof(SeparableConvolution))
    {
        for (var axis = 0; axis < layers.Dimensions; axis++)
        {
            var from = axis == 0 ? inputs : outputs;
            forwards.Add(layers.Along(axis, from, outputs, kernel));
            backwards.Add(layers.Along(layers.Dimensions - 1 - axis, from, outputs, kernel));
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        return (Pass(input, forwards) + Pass(input, backwards)).MoveToOuterDisposeScope();
    }

    private static Tensor Pass(Tensor x, ModuleList<Module<Tensor, Tensor>> branch)
    {
        foreach (var convolution in branch)
        {
            x = convolution.call(x);
        }

        return x;
    }
}
