using System.Collections.Immutable;
using DiagCodec.Metrics.Segmentation;
using DiagCodec.Segmentation.Infer;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Train;

/// <summary>
/// Scores a network on cases that it is not trained on: on the network's grid and on evenly spread slices, which is quick enough for
/// every epoch. Counts of all slices are added up per case; a class's Dice is the mean over the cases that have it or were thought to
/// have it: a false find scores 0.
/// </summary>
public sealed class Validation
{
    private readonly ImmutableArray<(TrainingVolume Volume, ImmutableArray<int> Slices)> _cases;

    /// <param name="cases">None is allowed: then there is no score.</param>
    /// <param name="slices">At most so many slices in all, one per case at least.</param>
    public Validation(ImmutableArray<TrainingCase> cases, int slices)
    {
        var each = cases.IsEmpty ? 0 : Math.Max(1, slices / cases.Length);
        _cases = [.. cases.Select(c => (c.Source, Spread(c.Source.Labels.Length, each)))];
    }

    /// <summary>Dice of every foreground class; null where no case has the class.</summary>
    public ImmutableArray<double?> Score(NetworkPass pass, CancellationToken cancellation)
    {
        var scores = _cases.Select(c => Counts(pass, c.Volume, c.Slices, cancellation)).ToList();
        return [.. Enumerable.Range(1, pass.Classes - 1).Select(k => scores.Average(s => s.Of(k).Dice))];
    }

    private static ConfusionCounts Counts(NetworkPass pass, TrainingVolume volume, ImmutableArray<int> slices, CancellationToken cancellation)
    {
        var planes = volume.Planes;
        var counts = new ConfusionCounts(pass.Classes);
        var probabilities = new float[pass.Classes * planes.Columns * planes.Rows];
        var predicted = new byte[planes.Columns * planes.Rows];
        foreach (var slice in slices)
        {
            cancellation.ThrowIfCancellationRequested();
            pass.Probabilities(planes, slice, probabilities);
            MostProbable.Of(probabilities, pass.Classes, predicted);
            counts.Add(volume.Labels[slice], predicted);
        }

        return counts;
    }

    private static ImmutableArray<int> Spread(int slices, int wanted)
    {
        var count = Math.Min(slices, wanted);
        return [.. Enumerable.Range(0, count).Select(i => (int)(((2L * i) + 1) * slices / (2 * count)))];
    }
}
