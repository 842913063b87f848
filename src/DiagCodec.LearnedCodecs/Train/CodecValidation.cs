using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Layers;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Pictures;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Train;

/// <summary>The middle of some held-out slices, with rounded latents and estimated bits: quick, and the same every time.</summary>
internal sealed class CodecValidation
{
    private const int MostSlices = 16;

    private readonly ImmutableArray<Picture> _slices;
    private readonly int _side;

    public CodecValidation(ImmutableArray<CodecCase> cases, int side)
    {
        _side = side;
        Picture[] all = [.. cases.SelectMany(c => c.Slices)];
        var count = Math.Min(MostSlices, all.Length);
        _slices = [.. Enumerable.Range(0, count).Select(i => all[(int)((long)i * all.Length / count)])];
    }

    /// <summary>Means over the slices; null where there are none.</summary>
    public (double BitsPerPixel, double MeanSquaredError)? Score(HyperpriorCodec network, Device device, double lambda, CancellationToken cancellation)
    {
        if (_slices.IsEmpty)
        {
            return null;
        }

        var (bits, error) = (0.0, 0.0);
        foreach (var slice in _slices)
        {
            cancellation.ThrowIfCancellationRequested();
            using var scope = NewDisposeScope();
            using var still = no_grad();
            var whole = PictureTensor.Of(slice);
            var (height, width) = (Math.Min(_side, whole.shape[2]), Math.Min(_side, whole.shape[3]));
            var middle = whole.narrow(2, (whole.shape[2] - height) / 2, height).narrow(3, (whole.shape[3] - width) / 2, width).contiguous();
            var (_, step) = CodecTrainer.Loss(network, middle.to(device), lambda, noisy: false, null, new GradientCuts());
            bits += step.BitsPerPixel;
            error += step.MeanSquaredError;
        }

        return (bits / _slices.Length, error / _slices.Length);
    }
}
