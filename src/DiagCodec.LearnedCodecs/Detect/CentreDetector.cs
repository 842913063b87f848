using DiagCodec.Segmentation.Network;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.LearnedCodecs.Detect;

/// <summary>
/// A small detector without anchors, in the manner of CenterNet (Zhou et al. 2019): a U-shaped network whose output at a quarter of the size has for every
/// class the chance that a box has its centre in a cell, and for every cell the box's size and the centre's place within the cell.
/// </summary>
public sealed class CentreDetector : Module<Tensor, Tensor>
{
    /// <summary>Pixels of a cell.</summary>
    public const int Stride = 4;

    /// <summary>Width, height, and the centre's column and row within the cell.</summary>
    public const int BoxChannels = 4;

    /// <summary>The level that has the output's size.</summary>
    private const int OutputLevel = 2;

    /// <summary>A cell starts with a chance of 0.1 for a box, so that empty cells don't drown the first steps (Lin et al. 2017).</summary>
    private const double StartBias = -2.19;

    private readonly ModuleList<Module<Tensor, Tensor>> down = ModuleList<Module<Tensor, Tensor>>();
    private readonly ModuleList<Module<Tensor, Tensor>> widen = ModuleList<Module<Tensor, Tensor>>();
    private readonly ModuleList<Module<Tensor, Tensor>> up = ModuleList<Module<Tensor, Tensor>>();
    private readonly Module<Tensor, Tensor> heat;
    private readonly Module<Tensor, Tensor> box;

    public CentreDetector(DetectorLayout layout)
        : base(nameof(CentreDetector))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(layout.Widths.Length, OutputLevel + 2, nameof(layout));
        (Layout, var widths) = (layout, layout.Widths);
        for (var level = 0; level < widths.Length; level++)
        {
            down.Add(new ConvolutionBlock(level == 0 ? layout.Inputs : widths[level - 1], widths[level], level == 0 ? 1 : 2, layout.Groups));
        }

        for (var level = widths.Length - 2; level >= OutputLevel; level--)
        {
            widen.Add(ConvTranspose2d(widths[level + 1], widths[level], kernel_size: 2, stride: 2));
            up.Add(new ConvolutionBlock(2 * widths[level], widths[level], 1, layout.Groups));
        }

        var last = Conv2d(widths[OutputLevel], layout.Classes, kernel_size: 1);
        init.constant_(last.bias!, StartBias);
        heat = last;
        box = Conv2d(widths[OutputLevel], BoxChannels, kernel_size: 1);
        RegisterComponents();
    }

    public DetectorLayout Layout { get; }

    /// <summary>Height and width of an input must be multiples of this.</summary>
    public int Multiple => 1 << (Layout.Widths.Length - 1);

    /// <param name="input">N x inputs x H x W, values 0 to 1; H and W multiples of <see cref="Multiple"/>.</param>
    /// <returns>
    /// N x (classes + 4) x H/4 x W/4: scores to which a sigmoid belongs, then the logarithms of width and height in cells, then the centre's column and row
    /// from the cell's corner, in cells.
    /// </returns>
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

        return cat([heat.call(x), box.call(x)], 1).MoveToOuterDisposeScope();
    }
}
