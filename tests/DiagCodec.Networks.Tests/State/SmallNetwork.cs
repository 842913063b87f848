using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.Networks.Tests.State;

/// <summary>A layer with a bias, one without, and a normalisation.</summary>
internal sealed class SmallNetwork : Module<Tensor, Tensor>
{
    [ComponentName(Name = "first")]
    private readonly Module<Tensor, Tensor> _first = Conv2d(2, 4, kernel_size: 3, padding: 1, bias: false);

    [ComponentName(Name = "norm")]
    private readonly Module<Tensor, Tensor> _norm = GroupNorm(2, 4);

    [ComponentName(Name = "head")]
    private readonly Module<Tensor, Tensor> _head = Conv2d(4, 3, kernel_size: 1);

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

    public override Tensor forward(Tensor input) => _head.call(_norm.call(_first.call(input)));
}
