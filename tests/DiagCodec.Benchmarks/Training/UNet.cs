using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.Benchmarks.Training;

/// <summary>The network of src/TorchSharp/native/bench, in C#: one channel to four classes, at sizes that 32 divides.</summary>
internal sealed class UNet : nn.Module<Tensor, Tensor>
{
    private const int Classes = 4;
    private static readonly int[] Widths = [16, 32, 64, 96, 128, 128];

    [ComponentName(Name = "encode")]
    private readonly ModuleList<UNetBlock> _encode = nn.ModuleList(new UNetBlock(1, Widths[0]));

    [ComponentName(Name = "down")]
    private readonly ModuleList<Conv2d> _down = nn.ModuleList<Conv2d>();

    [ComponentName(Name = "up")]
    private readonly ModuleList<ConvTranspose2d> _up = nn.ModuleList<ConvTranspose2d>();

    [ComponentName(Name = "decode")]
    private readonly ModuleList<UNetBlock> _decode = nn.ModuleList<UNetBlock>();

    [ComponentName(Name = "last")]
    private readonly Conv2d _last = nn.Conv2d(Widths[0], Classes, 1);

    public UNet()
        : base(nameof(UNet))
    {
        for (var i = 1; i < Widths.Length; i++)
        {
            _down.Add(nn.Conv2d(Widths[i - 1], Widths[i], 3, stride: 2, padding: 1));
            _encode.Add(new UNetBlock(Widths[i], Widths[i]));
            _up.Add(nn.ConvTranspose2d(Widths[i], Widths[i - 1], 2, stride: 2));
            _decode.Add(new UNetBlock(2 * Widths[i - 1], Widths[i - 1]));
        }

        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var skips = new List<Tensor> { _encode[0].call(input) };
        for (var i = 0; i < _down.Count; i++)
        {
            skips.Add(_encode[i + 1].call(_down[i].call(skips[^1])));
        }

        var x = skips[^1];
        for (var i = _up.Count - 1; i >= 0; i--)
        {
            x = _decode[i].call(cat([_up[i].call(x), skips[i]], 1));
        }

        return _last.call(x).MoveToOuterDisposeScope();
    }
}
