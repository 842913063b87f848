using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>Whether every method is one that a codec can be.</summary>
internal static class MethodCheck
{
    private const int MostMethods = 100;
    private const int LongestGrid = 100;
    private const int ShownParameters = 20;

    /// <summary>A cubic through fewer points does not exist, and Bjontegaard's delta is a delta from the anchor's curve.</summary>
    private const int ShortestAnchor = 4;

    public static void Find(FieldFaults faults, Experiment experiment)
    {
        var methods = experiment.Methods;
        faults.Expect(methods.Length is >= 1 and <= MostMethods, "methods", $"1 to {MostMethods} methods", methods.Length);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, method) in methods.Index())
        {
            var place = $"methods[{i}]";
            faults.Expect(
                ExperimentText.IsCell(method.Name, ExperimentText.LongestMethod),
                $"{place}.name",
                $"1 to {ExperimentText.LongestMethod} characters {ExperimentText.CellRule}",
                method.Name);
            faults.Expect(names.Add(method.Name), $"{place}.name", "a name of its own", method.Name);
            Method(faults, place, method);
        }

        Anchor(faults, "anchor", experiment.Anchor, methods);
        if (experiment.SecondAnchor is { } second)
        {
            Anchor(faults, "secondAnchor", second, methods);
            faults.Expect(second != experiment.Anchor, "secondAnchor", "another method than anchor", second);
        }

        if (experiment.WindowAnchor is { } window)
        {
            var before = faults.Found.Count;
            Anchor(faults, "windowAnchor", window, methods);
            if (faults.Found.Count == before && IsWindowed(methods.First(m => m.Name == window)) == false)
            {
                faults.Add("windowAnchor", "a method that codes the task's window", window);
            }
        }
    }

    private static void Anchor(FieldFaults faults, string place, string name, ImmutableArray<MethodSetting> methods)
    {
        if (methods.FirstOrDefault(m => m.Name == name) is { } anchor)
        {
            faults.Expect(anchor.Grid.Length >= ShortestAnchor, place, $"a method of {ShortestAnchor} parameters or more", $"{anchor.Grid.Length} of {anchor.Name}");
        }
        else
        {
            faults.Add(place, "the name of a method", name);
        }
    }

    /// <summary>Null for a method whose own faults are told already.</summary>
    private static bool? IsWindowed(MethodSetting method)
    {
        try
        {
            return MethodCatalogue.Find(method.Codec)?.Create(method).Facts.IsWindowed;
        }
        catch (UsageException)
        {
            return null;
        }
    }

    private static void Method(FieldFaults faults, string place, MethodSetting method)
    {
        if (MethodCatalogue.Find(method.Codec) is not { } codec)
        {
            faults.Add($"{place}.codec", $"one of {string.Join(", ", MethodCatalogue.Entries.Select(e => e.Word))}", method.Codec);
            return;
        }

        var before = faults.Found.Count;
        Grid(faults, $"{place}.grid", method.Grid, codec, codec.RangeOf(method));
        faults.Expect(
            method.Policy is not { } policy || ExperimentText.IsLine(policy, ExperimentText.LongestPath), $"{place}.policy", "a policy's name or a folder", method.Policy);
        faults.Expect(
            method.Model is not { } model || ExperimentText.IsLine(model, ExperimentText.LongestPath), $"{place}.model", "a model's name or a folder", method.Model);
        foreach (var option in Given(method).Where(o => !codec.Options.Contains(o)))
        {
            var known = codec.Options.IsEmpty ? "it has none" : $"it has {string.Join(", ", codec.Options)}";
            faults.Add($"{place}.{option}", $"no such option of {codec.Word} ({known})", "one");
        }

        if (faults.Found.Count == before)
        {
            try
            {
                codec.Create(method);
            }
            catch (UsageException e)
            {
                faults.AddWhole(place, e.Message);
            }
        }
    }

    private static void Grid(FieldFaults faults, string place, ImmutableArray<double> grid, CodecEntry codec, GridRange range)
    {
        if (range.Parameter == MethodFacts.Lossless)
        {
            faults.Expect(grid is [0], place, $"[0], as {codec.Word} is lossless", Shown(grid));
            return;
        }

        faults.Expect(grid.Length is >= 1 and <= LongestGrid, place, $"1 to {LongestGrid} parameters", grid.Length);
        faults.Expect(grid.Distinct().Count() == grid.Length, place, "different parameters", Shown(grid));

        // Written so that a NaN is refused.
        faults.Expect(
            grid.All(p => p >= range.Lowest && p <= range.Highest && (!range.IsWhole || double.IsInteger(p))),
            place,
            FormattableString.Invariant($"{range.Parameter} of {range.Lowest} to {range.Highest}{(range.IsWhole ? ", whole" : "")}"),
            Shown(grid));
    }

    private static string Shown(ImmutableArray<double> grid) =>
        $"[{string.Join(", ", grid.Take(ShownParameters).Select(p => p.ToString(CultureInfo.InvariantCulture)))}]";

    private static IEnumerable<string> Given(MethodSetting method)
    {
        (string Name, bool IsGiven)[] options =
        [
            ("allocator", method.Allocator is not null),
            ("policy", method.Policy is not null),
            ("model", method.Model is not null),
            ("candidates", method.Candidates is not null),
            ("strength", method.Strength is not null),
            ("range", method.Range is not null),
            ("background", method.Background is not null),
            ("foreground", method.Foreground is not null),
            ("margin", method.Margin is not null),
            ("block", method.Block is not null),
            ("gop", method.Gop is not null),
            ("preset", method.Preset is not null),
            ("window", method.Window),
            ("tuned", method.Tuned),
        ];
        return options.Where(o => o.IsGiven).Select(o => o.Name);
    }
}
