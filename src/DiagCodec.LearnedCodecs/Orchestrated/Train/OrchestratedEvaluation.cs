using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Orchestrated.Code;
using DiagCodec.Metrics.Segmentation;
using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.LearnedCodecs.Orchestrated.Train;

/// <summary>
/// Codes, decodes and segments the images of cases (evenly spread slices, or whole volumes) and counts bits and overlap. Bits are those of the whole-number
/// probabilities that the entropy coder uses.
/// </summary>
public sealed class OrchestratedEvaluation
{
    private readonly ImmutableArray<(TrainingVolume Volume, ImmutableArray<int> Slices)> _cases;
    private readonly OrchestratedLayout _layout;

    /// <param name="cases">None is allowed.</param>
    /// <param name="layout">Of the network.</param>
    /// <param name="slices">At most so many in all, one a case at least; of volumes all are taken.</param>
    public OrchestratedEvaluation(ImmutableArray<TrainingCase> cases, OrchestratedLayout layout, int slices)
    {
        _layout = layout;
        var each = cases.IsEmpty ? 0 : Math.Max(1, slices / cases.Length);
        _cases = [.. cases.Select(c => (c.Source, layout.Dimensions == 3 ? [0] : Spread(c.Source.Labels.Length, each)))];
    }

    public OrchestratedScore Score(OrchestratedCoder coder, OrchestratedNetwork network, CancellationToken cancellation)
    {
        var costs = network.Design.Compresses ? Costs(network.Bits.Probabilities()) : [];
        var (bits, pixels) = (0.0, 0L);
        var scores = new List<ConfusionCounts>();
        foreach (var (volume, slices) in _cases)
        {
            var counts = new ConfusionCounts(_layout.Classes + 1);
            foreach (var slice in slices)
            {
                cancellation.ThrowIfCancellationRequested();
                var (image, sides) = Image(volume.Planes, slice);
                var truth = Truth(volume, slice);
                pixels += truth.Length;
                var code = network.Design.Compresses ? coder.Code(image, sides) : null;
                bits += code is null ? 0 : Bits(code, costs);
                counts.Add(truth, (code is null ? coder.Segment(image, sides) : coder.Decode(code, sides)).Labels);
            }

            scores.Add(counts);
        }

        ImmutableArray<double?> dice = [.. Enumerable.Range(1, _layout.Classes).Select(k => scores.Average(s => s.Of(k).Dice))];
        return new OrchestratedScore(dice, network.Design.Compresses && pixels > 0 ? bits / pixels : null);
    }

    /// <summary>How often bits are set in these cases' codes.</summary>
    public CodeStatistics Count(OrchestratedCoder coder, CancellationToken cancellation)
    {
        var statistics = new CodeStatistics(_layout.Bits);
        foreach (var (volume, slices) in _cases)
        {
            foreach (var slice in slices)
            {
                cancellation.ThrowIfCancellationRequested();
                var (image, sides) = Image(volume.Planes, slice);
                statistics.Add(coder.Code(image, sides));
            }
        }

        return statistics;
    }

    private (float[] Image, ImmutableArray<long> Sides) Image(InputPlanes planes, int slice) => _layout.Dimensions == 2
        ? (Values(Enumerable.Range(0, _layout.Channels).Select(c => planes.Channel(slice, c, _layout.Channels))), [planes.Rows, planes.Columns])
        : (Values(planes.Slices), [planes.Slices.Length, planes.Rows, planes.Columns]);

    private byte[] Truth(TrainingVolume volume, int slice) =>
        _layout.Dimensions == 2 ? volume.Labels[slice] : [.. volume.Labels.SelectMany(s => s)];

    private static float[] Values(IEnumerable<ushort[]> slices) => [.. slices.SelectMany(s => s, (_, v) => v / InputPlanes.Scale)];

    /// <summary>Bits of a clear and of a set bit, channel by channel.</summary>
    private static ImmutableArray<(double Clear, double Set)> Costs(ImmutableArray<uint> probabilities) =>
        [.. probabilities.Select(p => (-Math.Log2(1 - (p / 65536.0)), -Math.Log2(p / 65536.0)))];

    private static double Bits(float[] code, ImmutableArray<(double Clear, double Set)> costs)
    {
        var (sum, cells) = (0.0, code.Length / costs.Length);
        for (var i = 0; i < code.Length; i++)
        {
            var (clear, set) = costs[i / cells];
            sum += code[i] > 0 ? set : clear;
        }

        return sum;
    }

    private static ImmutableArray<int> Spread(int slices, int wanted)
    {
        var count = Math.Min(slices, wanted);
        return [.. Enumerable.Range(0, count).Select(i => (int)(((2L * i) + 1) * slices / (2 * count)))];
    }
}
