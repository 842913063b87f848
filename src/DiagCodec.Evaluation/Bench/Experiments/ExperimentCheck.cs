using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Phantom;
using DiagCodec.Networks.Faults;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>The ranges of an experiment file. Every fault names the field, what was expected and what came; all are found at once.</summary>
internal static class ExperimentCheck
{
    private const int LongestTitle = 400;
    private const int MostSlices = 100_000;

    /// <param name="experiment">As the file says.</param>
    /// <param name="published">Those of the tables it names that are known.</param>
    public static List<string> Find(Experiment experiment, ImmutableArray<PublishedTable> published)
    {
        var faults = new FieldFaults();
        faults.Expect(experiment.Schema == Experiment.CurrentSchema, "schema", $"{Experiment.CurrentSchema}", experiment.Schema);
        faults.Expect(ModelName.IsValid(experiment.Name), "name", ModelName.Rule, experiment.Name);
        faults.Expect(ExperimentText.IsLine(experiment.Title, LongestTitle), "title", $"a line of 1 to {LongestTitle} characters", experiment.Title);
        Data(faults, experiment.Data);
        faults.Expect(ExperimentText.IsLine(experiment.Task.Model, ExperimentText.LongestPath), "task.model", "a task's name or a folder", experiment.Task.Model);
        MethodCheck.Find(faults, experiment);
        Pictures(faults, experiment);
        TableCheck.Find(faults, experiment, published);
        return faults.Found;
    }

    private static void Data(FieldFaults faults, ExperimentData data)
    {
        if (data.Phantom is { } phantom)
        {
            faults.Expect(data.Folder is null, "data", "phantom or folder", "both");
            faults.Expect(data.Pairs is null, "data.pairs", "nothing, as phantoms have no files", data.Pairs);
            Phantom(faults, phantom);
        }

        faults.Expect(data.Folder is null || ExperimentText.IsLine(data.Folder, ExperimentText.LongestPath), "data.folder", "a folder", data.Folder);
        if (data.Pairs is { } pairs)
        {
            Parsed(faults, "data.pairs", () => CaseLayout.Parse(pairs));
        }

        if (data.Labels is { } labels)
        {
            Parsed(faults, "data.labels", () => LabelMapping.Parse(labels));
        }

        Names(faults, "data.cases", data.Cases, data.Phantom is { } synthetic ? [.. synthetic.Seeds.Select(PhantomCases.NameOf)] : null);
        var most = data.Phantom?.Slices ?? MostSlices;
        faults.Expect(data.Slices is null || (data.Slices >= 1 && data.Slices <= most), "data.slices", $"1 to {most}, or null", data.Slices);
    }

    private static void Phantom(FieldFaults faults, PhantomCases phantom)
    {
        faults.Expect(phantom.Seeds.Length > 0, "data.phantom.seeds", "one seed or more", "none");
        faults.Expect(phantom.Seeds.Distinct().Count() == phantom.Seeds.Length, "data.phantom.seeds", "different seeds", "one twice");
        Parsed(faults, "data.phantom", new PhantomOptions { Slices = phantom.Slices, Size = phantom.Size, SliceSpacing = phantom.SliceSpacing }.Validate);
    }

    private static void Pictures(FieldFaults faults, Experiment experiment)
    {
        if (experiment.Pictures is not { } pictures)
        {
            return;
        }

        ImmutableArray<string>? known = !experiment.Data.Cases.IsEmpty ? experiment.Data.Cases
            : experiment.Data.Phantom is { } phantom ? [.. phantom.Seeds.Select(PhantomCases.NameOf)]
            : null;
        faults.Expect(pictures.Cases.Length > 0, "pictures.cases", "one case or more", "none");
        Names(faults, "pictures.cases", pictures.Cases, known);
        faults.Expect(
            pictures.BitsPerVoxel > 0 && double.IsFinite(pictures.BitsPerVoxel), "pictures.bitsPerVoxel", "more than 0", pictures.BitsPerVoxel);
    }

    private static void Names(FieldFaults faults, string place, ImmutableArray<string> names, ImmutableArray<string>? known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, name) in names.Index())
        {
            faults.Expect(ExperimentText.IsLine(name, ExperimentText.LongestCase), $"{place}[{i}]", "a name of a case", name);
            faults.Expect(seen.Add(name), $"{place}[{i}]", "every name once", name);
            faults.Expect(known?.Contains(name) != false, $"{place}[{i}]", "one of the experiment's cases", name);
        }
    }

    private static void Parsed(FieldFaults faults, string place, Action parse)
    {
        try
        {
            parse();
        }
        catch (UsageException e)
        {
            faults.AddWhole(place, e.Message);
        }
    }
}
