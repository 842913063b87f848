using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Layers;

/// <summary>Networks that halve pictures several times want sides that are whole multiples.</summary>
internal static class WholeMultiple
{
    /// <summary>N x C x rows x columns with the last row and column repeated to whole multiples; the tensor itself where they are.</summary>
    public static Tensor Padded(Tensor pictures, int multiple)
    {
        var (below, right) = (-(int)pictures.shape[2] & (multiple - 1), -(int)pictures.shape[3] & (multiple - 1));
        return (below, right) == (0, 0) ? pictures : nn.functional.pad(pictures, (0, right, 0, below), PaddingModes.Replicate);
    }
}
