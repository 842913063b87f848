using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.LearnedCodecs.Orchestrated.Networks;

/// <summary>Layers for pictures or for volumes, so that every network is written once.</summary>
public sealed record SpatialLayers
{
    /// <param name="dimensions">2 for pictures (N x C x H x W), 3 for volumes (N x C x D x H x W).</param>
    public SpatialLayers(int dimensions)
    {
        Dimensions = dimensions is 2 or 3 ? dimensions : throw new ArgumentOutOfRangeException(nameof(dimensions), dimensions, "expected 2 or 3");
    }

    public int Dimensions { get; }

    /// <summary>A convolution whose output is the input's size over the stride; kernels of an even size lose one pixel at most.</summary>
    public Module<Tensor, Tensor> Convolution(int inputs, int outputs, int kernel, int stride = 1, bool bias = false) => Dimensions == 2
        ? Conv2d(inputs, outputs, kernel, stride: stride, padding: (kernel - 1) / 2, bias: bias)
        : Conv3d(inputs, outputs, kernel, stride: stride, padding: (kernel - 1) / 2, bias: bias);

    /// <summary>A convolution along one axis, with a bias.</summary>
    /// <param name="axis">0 for the first spatial axis.</param>
    /// <param name="inputs">Channels that come in.</param>
    /// <param name="outputs">Channels that go out.</param>
    /// <param name="kernel">Length, odd.</param>
    public Module<Tensor, Tensor> Along(int axis, int inputs, int outputs, int kernel)
    {
        var half = kernel / 2;
        return Dimensions == 2
            ? Conv2d(inputs, outputs, (At(0, kernel), At(1, kernel)), padding: (Pad(0), Pad(1)))
            : Conv3d(inputs, outputs, (At(0, kernel), At(1, kernel), At(2, kernel)), padding: (Pad(0), Pad(1), Pad(2)));

        long At(int at, int size) => at == axis ? size : 1;
        long Pad(int at) => at == axis ? half : 0;
    }

    /// <summary>A transposed convolution that doubles the size.</summary>
    public Module<Tensor, Tensor> Doubling(int inputs, int outputs) => Dimensions == 2
        ? ConvTranspose2d(inputs, outputs, 4L, stride: 2, padding: 1, bias: false)
        : ConvTranspose3d(inputs, outputs, 4L, stride: 2, padding: 1, bias: false);

    /// <summary>A transposed convolution of one pixel.</summary>
    public Module<Tensor, Tensor> Widening(int inputs, int outputs) => Dimensions == 2
        ? ConvTranspose2d(inputs, outputs, 1L, bias: false)
        : ConvTranspose3d(inputs, outputs, 1L, bias: false);

    public Module<Tensor, Tensor> Normalisation(int channels) => Dimensions == 2 ? BatchNorm2d(channels) : BatchNorm3d(channels);

    /// <summary>Linear interpolation along every axis to the size of another tensor.</summary>
    public Tensor Resize(Tensor input, Tensor like) =>
        functional.interpolate(input, size: like.shape[2..], mode: Dimensions == 2 ? InterpolationMode.Bilinear : InterpolationMode.Trilinear);
}
