using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Exact;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Streams;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Pictures;

/// <summary>
/// Pictures to coded slices and back with one network. The latents that a slice decodes to are the same on every machine; the pixels that libtorch
/// makes of them are not promised to be: its convolutions add in an order of their own, so that now and then a sample may differ by one between machines.
/// </summary>
public sealed class PictureCodec : IDisposable
{
    private readonly HyperpriorCodec _network;
    private readonly LatentCoder _coder;
    private readonly Device _device;

    /// <param name="network">Taken over: disposed with this, and not to be changed any more.</param>
    /// <param name="device">Where g_a, h_a and g_s run; the entropy model runs on the CPU.</param>
    public PictureCodec(HyperpriorCodec network, Device device)
    {
        (_network, _device) = (network, device);
        _coder = new LatentCoder(network);
        network.eval();
        network.to(device);
    }

    public CodecShape Shape => _network.Shape;

    /// <param name="picture">Of the network's channels.</param>
    /// <param name="threads">Of the entropy model's kernels.</param>
    /// <exception cref="InvalidInputException">The picture has other channels, or the model is broken.</exception>
    public EncodedPicture Encode(Picture picture, int threads)
    {
        if (picture.Channels != Shape.Channels)
        {
            throw new InvalidInputException($"the model codes pictures of {Shape.Channels} channels, this one has {picture.Channels}; use another model");
        }

        using var scope = NewDisposeScope();
        using var still = no_grad();
        var input = PictureTensor.Of(picture).to(_device);
        var latents = _network.Analysis.call(input);
        var hyper = _network.HyperAnalysis.call(latents);
        var coded = _coder.Encode(PictureTensor.Map(latents), PictureTensor.Map(hyper), threads);
        return new EncodedPicture(new CodedSlice(coded.Hyper, coded.Latent), coded.Known, coded.Bits);
    }

    /// <summary>The latents of a slice, the same on every machine.</summary>
    /// <exception cref="InvalidInputException">The slice is damaged.</exception>
    public ExactMap Latents(CodedSlice slice, LearnedStreamHeader header, int threads) =>
        _coder.Decode(slice.Hyper, slice.Latent, header.HyperHeight, header.HyperWidth, threads);

    /// <summary>The picture of latents.</summary>
    /// <param name="known">Of <see cref="Latents"/> or <see cref="EncodedPicture"/>.</param>
    /// <param name="width">Pixels to keep.</param>
    /// <param name="height">Pixels to keep.</param>
    /// <param name="bitDepth">Of the samples.</param>
    public Picture Synthesise(ExactMap known, int width, int height, int bitDepth)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var decoded = _network.Synthesis.call(PictureTensor.Of(known).to(_device));
        return PictureTensor.Picture(decoded, width, height, bitDepth);
    }

    public void Dispose() => _network.Dispose();
}
