using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Layers;

/// <summary>The convolutions of the codecs, padded so that a stride halves and a transposed one doubles the sides.</summary>
internal static class Convolutions
{
    /// <summary>5x5 with a stride of 2.</summary>
    public static Conv2d Down5(long from, long to) => nn.Conv2d(from, to, 5L, stride: 2, padding: 2);

    /// <summary>Transposed 5x5 with a stride of 2.</summary>
    public static ConvTranspose2d Up5(long from, long to) => nn.ConvTranspose2d(from, to, 5L, stride: 2, padding: 2, output_padding: 1);

    /// <summary>3x3.</summary>
    public static Conv2d Plain3(long from, long to, long stride = 1) => nn.Conv2d(from, to, 3L, stride: stride, padding: 1);

    /// <summary>1x1.</summary>
    public static Conv2d Plain1(long from, long to, long stride = 1) => nn.Conv2d(from, to, 1L, stride: stride);

    /// <summary>3x3 to four times the channels, which become pixels of twice the sides (sub-pixel convolution, Shi et al. 2016).</summary>
    public static Sequential SubPixel3(long from, long to) => nn.Sequential(Plain3(from, 4 * to), nn.PixelShuffle(2));

    public static LeakyReLU Leaky() => nn.LeakyReLU();
}
