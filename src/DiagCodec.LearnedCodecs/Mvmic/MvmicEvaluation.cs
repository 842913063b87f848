using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Layers;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Train;
using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Train.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>Codes evenly spread slices of cases, or leaves them as they are, and holds what a task's network finds against the truth.</summary>
public sealed class MvmicEvaluation
{
    private readonly ImmutableArray<(string Name, TrainingVolume Volume, ImmutableArray<int> Slices)> _cases;
    private readonly IVisionTask _task;
    private readonly Device _device;

    /// <param name="cases">None is allowed.</param>
    /// <param name="slices">At most so many in all, one a case at least.</param>
    /// <param name="task">Looks at decoded slices.</param>
    /// <param name="device">Where networks lie.</param>
    public MvmicEvaluation(ImmutableArray<TrainingCase> cases, int slices, IVisionTask task, Device device)
    {
        var each = cases.IsEmpty ? 0 : Math.Max(1, slices / cases.Length);
        _cases = [.. cases.Select(c => (c.Name, c.Source, Spread(c.Source.Labels.Length, each)))];
        (_task, _device) = (task, device);
    }

    /// <summary>Names of <see cref="Figures(MvmicScore)"/>.</summary>
    internal ImmutableArray<string> Names => ["bits per pixel", "PSNR", .. _task.Figures];

    /// <param name="codec">Null: the slices are not coded.</param>
    /// <param name="cancellation">Ends between slices.</param>
    public MvmicScore Score(HyperpriorCodec? codec, CancellationToken cancellation)
    {
        codec?.eval();
        _task.Network.eval();
        var scores = ImmutableArray.CreateBuilder<CaseScore>(_cases.Length);
        foreach (var (name, volume, slices) in _cases)
        {
            var (bits, pixels, psnr) = (0.0, 0L, new List<double>());
            var findings = _task.Look(slices.Select(Seen));
            scores.Add(new CaseScore(name, pixels > 0 ? bits / pixels : null, psnr.Count > 0 ? psnr.Average() : null, findings));

            (Tensor Seen, byte[] Truth) Seen(int slice)
            {
                cancellation.ThrowIfCancellationRequested();
                var source = Slice(volume.Planes, slice);
                if (codec is null)
                {
                    return (source, volume.Labels[slice]);
                }

                using var uncoded = source;
                var (seen, spent, error) = Coded(codec, uncoded);
                bits += spent;
                pixels += uncoded.numel();
                psnr.Add(-10 * Math.Log10(Math.Max(1e-12, error)));
                return (seen, volume.Labels[slice]);
            }
        }

        return new MvmicScore(scores.ToImmutable(), _task.Accuracy([.. scores.Select(s => s.Findings)]));
    }

    /// <summary>As a stage is validated by.</summary>
    internal static StageFigures Figures(MvmicScore score) => new([score.BitsPerPixel, score.Psnr, .. score.Accuracy]);

    /// <summary>1 x adjacent slices x rows x columns.</summary>
    private Tensor Slice(InputPlanes planes, int slice)
    {
        float[] values = [.. Enumerable.Range(0, _task.Inputs).SelectMany(c => planes.Channel(slice, c, _task.Inputs), (_, v) => v / InputPlanes.Scale)];
        return tensor(values, [1, _task.Inputs, planes.Rows, planes.Columns]).to(_device);
    }

    private static (Tensor Seen, double Bits, double SquaredError) Coded(HyperpriorCodec codec, Tensor source)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var pictures = WholeMultiple.Padded(source.reshape(source.shape[1] / codec.Shape.Channels, codec.Shape.Channels, source.shape[2], source.shape[3]), CodecShape.Stride);
        var pass = codec.Pass(pictures, noisy: false, null, new GradientCuts());
        var seen = pass.Pictures.narrow(2, 0, source.shape[2]).narrow(3, 0, source.shape[3]).clamp(0, 1).reshape(source.shape);
        return (seen.MoveToOuterDisposeScope(), (pass.LatentBits + pass.HyperBits).item<float>(), (seen - source).square().mean().item<float>());
    }

    private static ImmutableArray<int> Spread(int slices, int wanted)
    {
        var count = Math.Min(slices, wanted);
        return [.. Enumerable.Range(0, count).Select(i => (int)(((2L * i) + 1) * slices / (2 * count)))];
    }
}
