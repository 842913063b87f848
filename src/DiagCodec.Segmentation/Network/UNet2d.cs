using System.Collections.Immutable;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.Segmentation.Network;

/// <summary>
/// A 2.5-D U-Net in nnU-Net's spirit (Isensee 2021): a stack of adjacent slices goes in as channels, class scores of the middle
/// slice come out. Every level but the first halves the size by a strided convolution; the way up doubles it by a 2x2 transposed
/// convolution and joins the level's own features.
/// </summary>
public sealed class UNet2d : Module<Tensor, Tensor>
{
    private readonly ModuleList<Module<Tensor, Tensor>> down = ModuleList<Module<Tensor, Tensor>>();
    private readonly ModuleList<Module<Tensor, Tensor>> widen = ModuleList<Module<Tensor, Tensor>>();
    private readonly ModuleList<Module<Tensor, Tensor>> up = ModuleList<Module<Tensor, Tensor>>();
    private readonly Module<Tensor, Tensor> head;

    /// <param name="inputs">Adjacent slices, 1 or more.</param>
    /// <param name="classes">Classes with the background, 2 or more.</param>
    /// <param name="widths">Channels of each level from the full size down, 2 to 8 levels, multiples of <paramref name="groups"/>.</param>
    /// <param name="groups">Groups of the normalisation.</param>
    public UNet2d(int inputs, int classes, ImmutableArray<int> widths, int groups)
        : base(nameof(UNet2d))
    {
        (Inputs, Classes, Widths) = (inputs, classes, widths);
        for (var level = 0; level < widths.Length; level++)
        {
            down.Add(new ConvolutionBlock(level == 0 ? inputs : widths[level - 1], widths[level], level == 0 ? 1 : 2, groups));
        }

        for (var level = widths.Length - 2; level >= 0; level--)
        {
            widen.Add(ConvTranspose2d(widths[level + 1], widths[level], kernel_size: 2, stride: 2));
            up.Add(new ConvolutionBlock(2 * widths[level], widths[level], 1, groups));
        }

        head = Conv2d(widths[0], classes, kernel_size: 1);
        RegisterComponents();
    }

    public int Inputs { get; }

    public int Classes { get; }

    public ImmutableArray<int> Widths { get; }

    /// <summary>Height and width of an input must be multiples of this: 2 to the number of halvings.</summary>
    public int Multiple => 1 << (Widths.Length - 1);

    /// <param name="input">N x inputs x H x W, values 0 to 1; H and W multiples of <see cref="Multiple"/>.</param>
    /// <returns>N x classes x H x W class scores (logits).</returns>
    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var levels = new List<Tensor>();
        var x = input;
        foreach (var block in down)
        {
            x = block.call(x);
            levels.Add(x);
        }

        for (var step = 0; step < up.Count; step++)
        {
            x = up[step].call(cat([widen[step].call(x), levels[^(step + 2)]], 1));
        }

        return head.call(x).MoveToOuterDisposeScope();
    }
}
