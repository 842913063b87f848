using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Input;

/// <summary>
/// What <see cref="InputPreparation"/> does where a task wants local contrast, as an operation with a gradient: for whatever learns through a task's network,
/// such as a codec of pictures as they are.
/// </summary>
public static class TensorContrast
{
    /// <param name="pictures">N x C x rows x columns, 0 to 1; channels are treated one by one.</param>
    /// <param name="deviation">Of the Gaussian window, pixels, above 0.</param>
    /// <returns>The same size, 0 to 1.</returns>
    public static Tensor Of(Tensor pictures, double deviation)
    {
        using var scope = NewDisposeScope();
        var (rows, columns) = (pictures.shape[2], pictures.shape[3]);
        var planes = pictures.reshape(-1, 1, rows, columns);
        var weights = tensor(LocalContrast.Kernel(deviation)).to(pictures.device);
        var centred = planes - Blur(planes, weights);
        // A plane without any contrast would have the root's infinite slope.
        var local = (Blur(centred.square(), weights) + 1e-10).sqrt();
        var even = 0.5 + (LocalContrast.Gain * centred / (local + LocalContrast.Floor));
        return even.clamp(0, 1).reshape(pictures.shape).MoveToOuterDisposeScope();
    }

    private static Tensor Blur(Tensor planes, Tensor weights)
    {
        var across = nn.functional.conv2d(Mirrored(planes, 3, weights), weights.reshape(1, 1, 1, -1));
        return nn.functional.conv2d(Mirrored(across, 2, weights), weights.reshape(1, 1, -1, 1));
    }

    private static Tensor Mirrored(Tensor planes, int dimension, Tensor weights)
    {
        var (length, radius) = ((int)planes.shape[dimension], (int)weights.numel() / 2);
        long[] places = [.. Enumerable.Range(-radius, length + (2 * radius)).Select(i => (long)LocalContrast.Mirror(i, length))];
        return planes.index_select(dimension, tensor(places).to(planes.device));
    }
}
