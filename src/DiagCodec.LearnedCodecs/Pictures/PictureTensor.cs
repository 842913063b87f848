using DiagCodec.LearnedCodecs.Exact;
using DiagCodec.LearnedCodecs.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Pictures;

/// <summary>Pictures and maps to tensors (1, channels, height, width) and back.</summary>
internal static class PictureTensor
{
    /// <summary>Samples from 0 to 1, the last row and column repeated until the sides are multiples of 64.</summary>
    public static Tensor Of(Picture picture)
    {
        var (width, height) = (Padded(picture.Width), Padded(picture.Height));
        var values = new float[picture.Channels * width * height];
        var scale = 1f / picture.Largest;
        for (var c = 0; c < picture.Channels; c++)
        {
            for (var y = 0; y < height; y++)
            {
                var source = picture.Samples.AsSpan(((c * picture.Height) + Math.Min(y, picture.Height - 1)) * picture.Width, picture.Width);
                var target = values.AsSpan(((c * height) + y) * width, width);
                for (var x = 0; x < width; x++)
                {
                    target[x] = source[Math.Min(x, source.Length - 1)] * scale;
                }
            }
        }

        return tensor(values, [1, picture.Channels, height, width]);
    }

    public static Tensor Of(ExactMap map)
    {
        using var scope = NewDisposeScope();
        return tensor(map.Values, [1, map.Height, map.Width, map.Channels]).permute(0, 3, 1, 2).contiguous().MoveToOuterDisposeScope();
    }

    public static ExactMap Map(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        var values = tensor.detach().cpu().permute(0, 2, 3, 1).contiguous().data<float>().ToArray();
        return new ExactMap((int)tensor.shape[2], (int)tensor.shape[3], (int)tensor.shape[1], values);
    }

    public static Picture Picture(Tensor tensor, int width, int height, int bitDepth)
    {
        using var scope = NewDisposeScope();
        var largest = (1 << bitDepth) - 1;
        var cropped = tensor.detach().cpu().narrow(2, 0, height).narrow(3, 0, width).contiguous();
        var values = cropped.data<float>().ToArray();
        return new Picture(width, height, (int)tensor.shape[1], bitDepth, Array.ConvertAll(values, v => (ushort)Math.Clamp(MathF.Round(v * largest), 0, largest)));
    }

    private static int Padded(int side) => (side + CodecShape.Stride - 1) / CodecShape.Stride * CodecShape.Stride;
}
