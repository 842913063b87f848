using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.Networks.Tests.State;

/// <summary>A layer with a bias, one without, and a name with a dot.</summary>
internal sealed class SmallNetwork : Module<Tensor, Tensor>
{
    private readonly Module<Tensor, Tensor> first = Conv2d(2, 4, kernel_size: 3, padding: 1, bias: false);
    private readonly Module<Tensor, Tensor> norm = GroupNorm(2, 4);
    private readonly Module<Tensor, Tensor> head = Conv2d(4, 3, kernel_size: 1);

    public SmallNetwork(float fill)
        : base(nameof(SmallNetwork))
    {
        RegisterComponents();
        using var fixedGraph = no_grad();
        foreach (var parameter in parameters())
        {
            parameter.fill_(fill);
        }
    }

    public override Tensor forward(Tensor input) => head.call(norm.call(first.call(input)));
}
