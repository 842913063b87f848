using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Layers;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.Metrics.Segmentation;
using DiagCodec.Segmentation.Infer;
using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Network;
using DiagCodec.Segmentation.Train.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>Codes evenly spread slices of cases, or leaves them as they are, and holds what a segmentation network finds against the truth.</summary>
public sealed class MvmicEvaluation
{
    private readonly ImmutableArray<(TrainingVolume Volume, ImmutableArray<int> Slices)> _cases;
    private readonly UNet2d _network;
    private readonly Device _device;

    /// <param name="cases">None is allowed.</param>
    /// <param name="slices">At most so many in all, one a case at least.</param>
    /// <param name="network">Stays the caller's.</param>
    /// <param name="device">Where networks lie.</param>
    public MvmicEvaluation(ImmutableArray<TrainingCase> cases, int slices, UNet2d network, Device device)
    {
        var each = cases.IsEmpty ? 0 : Math.Max(1, slices / cases.Length);
        _cases = [.. cases.Select(c => (c.Source, Spread(c.Source.Labels.Length, each)))];
        (_network, _device) = (network, device);
    }

    /// <param name="codec">Null: the slices are not coded.</param>
    /// <param name="cancellation">Ends between slices.</param>
    public MvmicScore Score(HyperpriorCodec? codec, CancellationToken cancellation)
    {
        codec?.eval();
        _network.eval();
        var (bits, pixels, psnr, scores) = (0.0, 0L, new List<double>(), new List<ConfusionCounts>());
        foreach (var (volume, slices) in _cases)
        {
            var counts = new ConfusionCounts(_network.Classes);
            foreach (var slice in slices)
            {
                cancellation.ThrowIfCancellationRequested();
                using var scope = NewDisposeScope();
                using var still = no_grad();
                var source = Slices(volume.Planes, slice);
                var seen = source;
                if (codec is not null)
                {
                    (seen, var spent) = Coded(codec, source);
                    bits += spent;
                    pixels += source.numel();
                    psnr.Add(-10 * Math.Log10(Math.Max(1e-12, Cut(seen - source, volume.Planes).square().mean().item<float>())));
                }

                counts.Add(volume.Labels[slice], Found(seen, volume.Planes));
            }

            scores.Add(counts);
        }

        ImmutableArray<double?> dice = [.. Enumerable.Range(1, _network.Classes - 1).Select(k => scores.Average(s => s.Of(k).Dice))];
        return new MvmicScore(dice, pixels > 0 ? bits / pixels : null, psnr.Count > 0 ? psnr.Average() : null);
    }

    /// <summary>1 x adjacent slices x sides that are multiples of 64.</summary>
    private Tensor Slices(InputPlanes planes, int slice)
    {
        float[] values = [.. Enumerable.Range(0, _network.Inputs).SelectMany(c => planes.Channel(slice, c, _network.Inputs), (_, v) => v / InputPlanes.Scale)];
        var image = tensor(values, [1, _network.Inputs, planes.Rows, planes.Columns]).to(_device);
        var (right, below) = (-planes.Columns & (CodecShape.Stride - 1), -planes.Rows & (CodecShape.Stride - 1));
        return (right, below) == (0, 0) ? image : nn.functional.pad(image, (0, right, 0, below), PaddingModes.Replicate);
    }

    private static (Tensor Seen, double Bits) Coded(HyperpriorCodec codec, Tensor source)
    {
        var pictures = source.reshape(source.shape[1] / codec.Shape.Channels, codec.Shape.Channels, source.shape[2], source.shape[3]);
        var pass = codec.Pass(pictures, noisy: false, null, new GradientCuts());
        return (pass.Pictures.clamp(0, 1).reshape(source.shape), (pass.LatentBits + pass.HyperBits).item<float>());
    }

    private byte[] Found(Tensor seen, InputPlanes planes)
    {
        var scores = Cut(_network.call(seen), planes).contiguous().cpu().data<float>().ToArray();
        var found = new byte[planes.Columns * planes.Rows];
        MostProbable.Of(scores, _network.Classes, found);
        return found;
    }

    private static Tensor Cut(Tensor padded, InputPlanes planes) => padded.narrow(2, 0, planes.Rows).narrow(3, 0, planes.Columns);

    private static ImmutableArray<int> Spread(int slices, int wanted)
    {
        var count = Math.Min(slices, wanted);
        return [.. Enumerable.Range(0, count).Select(i => (int)(((2L * i) + 1) * slices / (2 * count)))];
    }
}
