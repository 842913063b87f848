using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Evaluation.Bench.Cases;

/// <summary>Finds the cases of an experiment; none is read before it is coded.</summary>
public sealed class CaseSources
{
    private readonly ImmutableArray<ICaseOrigin> _origins;
    private readonly LabelMapping _mapping;
    private readonly int? _slices;

    private CaseSources(ImmutableArray<ICaseOrigin> origins, LabelMapping mapping, int? slices) => (_origins, _mapping, _slices) = (origins, mapping, slices);

    /// <summary>Different ones, at least one: seeds in the experiment's order, files in the order of their names.</summary>
    public ImmutableArray<string> Names => [.. _origins.Select(o => o.Name)];

    /// <param name="data">Of an experiment that was checked.</param>
    /// <param name="folder">Where the images are; null for phantoms.</param>
    /// <exception cref="InvalidInputException">The folder is missing or is no data set, a case is missing, or a name cannot stand in a table.</exception>
    public static CaseSources Find(ExperimentData data, string? folder)
    {
        var found = data.Phantom is { } phantom
            ? PhantomOrigin.Find(phantom)
            : FileOrigin.Find(folder ?? throw new UsageException("bench: the experiment names no folder of data; name it with --data"), data.Pairs);
        var place = folder ?? "data.phantom";
        var there = found.Select(o => o.Name).ToHashSet(StringComparer.Ordinal);
        if (data.Cases.Where(n => !there.Contains(n)).ToArray() is { Length: > 0 } missing)
        {
            throw new InvalidInputException($"{place}: has no {OneLine.List([.. missing.Select(n => $"'{OneLine.Of(n)}'")])}, which data.cases names; correct data.cases");
        }

        var taken = found.Where(o => data.Cases.IsEmpty || data.Cases.Contains(o.Name)).ToImmutableArray();
        if (taken.FirstOrDefault(o => !ExperimentText.IsCell(o.Name, ExperimentText.LongestCase)) is { } odd)
        {
            throw new InvalidInputException($"{place}: the name '{OneLine.Of(odd.Name)}' cannot stand in a table; rename the case, {ExperimentText.CellRule}");
        }

        return new CaseSources(taken, data.Labels is { } labels ? LabelMapping.Parse(labels) : LabelMapping.Default, data.Slices);
    }

    /// <param name="task">Whose classes the truth counts; its foreground chooses the slices.</param>
    /// <param name="isTaken">By name: whether a case counts.</param>
    public ImmutableArray<BenchCaseSource> Of(ModelTask task, Func<string, bool> isTaken) =>
    [
        .. _origins.Where(o => isTaken(o.Name)).Select(o => new BenchCaseSource(
            o.Name,
            FormattableString.Invariant($"{o.Identity} mapping '{_mapping.Text}' slices {_slices ?? 0} of {string.Join(' ', task.Foreground)} in {task.Classes.Length}"),
            stop => Read(o, task, stop))),
    ];

    private BenchCaseData Read(ICaseOrigin origin, ModelTask task, CancellationToken cancellation)
    {
        var labelled = origin.Read(_mapping, task, cancellation);
        if (labelled.Series.Volume.Chroma is not null)
        {
            throw new InvalidInputException($"{labelled.Series.Path}: has colour, and a bench compares grey slices; convert the images to grey");
        }

        // Called for its refusals: what is unusual about a case is no reason to leave it out of an experiment that names it.
        InputAcceptance.Check(task, SeriesFacts.Of(labelled.Series, task.Input), labelled.Series.Path);
        return _slices is { } slices ? DensestRun.Cut(labelled, slices, task.Foreground) : new BenchCaseData(labelled, FirstSlice: 0);
    }
}
