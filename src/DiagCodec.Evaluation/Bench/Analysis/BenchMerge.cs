using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>Puts the parts of one experiment together.</summary>
public static class BenchMerge
{
    /// <param name="files">At least one, each with the name that faults call it.</param>
    /// <exception cref="InvalidInputException">They are not of one experiment and network, or tell different things of one case.</exception>
    public static BenchFile Of(IReadOnlyList<(string Path, BenchFile File)> files)
    {
        if (files.Count == 1)
        {
            return files[0].File;
        }

        var (path, first) = files[0];
        foreach (var (otherPath, other) in files.Skip(1))
        {
            CheckSame(path, first, otherPath, other);
        }

        var cases = Union(
            files.SelectMany(f => f.File.Cases.Select((c, i) => (f.Path, Item: c, Place: Place(f.File, i)))), c => c.Name, Text, "case");
        var methods = Union(
            files.SelectMany(f => f.File.Methods.Select(m => (f.Path, Item: m, Place: Place(f.File.Experiment, m)))), m => m.Name, Text, "method");
        var commands = new CommandList();
        var points = Points(files, cases, methods, commands);
        return first with
        {
            Part = null,
            Cases = cases,
            Methods = methods,
            Commands = commands.Lines,
            Points = points,
        };
    }

    private static void CheckSame(string path, BenchFile first, string otherPath, BenchFile other)
    {
        if (Text(first.Experiment) != Text(other.Experiment))
        {
            throw new InvalidInputException(
                $"{otherPath}: experiment '{other.Experiment.Name}' is not the experiment '{first.Experiment.Name}' of {path}; report experiments that differ one by one");
        }

        if (Text(first.Model) != Text(other.Model))
        {
            throw new InvalidInputException($"{otherPath}: another network judged than in {path}; run both parts with the same weights");
        }

        if (first.Tool != other.Tool)
        {
            throw new InvalidInputException($"{otherPath}: was measured by {other.Tool}, and {path} by {first.Tool}; run both parts with one version");
        }
    }

    /// <summary>Place in the experiment: parts are dealt out in turn (<see cref="Run.BenchPart"/>).</summary>
    private static int Place(BenchFile file, int index) =>
        file.Part is { } text && Run.BenchPart.Parse(text) is var part ? (index * part.Of) + part.Number - 1 : index;

    private static int Place(Experiment experiment, BenchMethod method)
    {
        var names = experiment.Methods.Select(m => m.Name).ToImmutableArray();
        return names.IndexOf(method.Name) is >= 0 and var place ? place : names.Length;
    }

    private static ImmutableArray<T> Union<T>(
        IEnumerable<(string Path, T Item, int Place)> all, Func<T, string> name, Func<T, string> text, string kind)
    {
        var found = new Dictionary<string, (string Path, T Item, int Place)>(StringComparer.Ordinal);
        foreach (var one in all)
        {
            if (!found.TryAdd(name(one.Item), one) && found[name(one.Item)] is var known && text(known.Item) != text(one.Item))
            {
                throw new InvalidInputException(
                    $"{one.Path}: {kind} '{name(one.Item)}' is not the one of that name in {known.Path}; they cannot be put together");
            }
        }

        return [.. found.Values.OrderBy(v => v.Place).ThenBy(v => name(v.Item), StringComparer.Ordinal).Select(v => v.Item)];
    }

    private static ImmutableArray<BenchPoint> Points(
        IReadOnlyList<(string Path, BenchFile File)> files, ImmutableArray<BenchCase> cases, ImmutableArray<BenchMethod> methods, CommandList commands)
    {
        var found = new Dictionary<(string Case, string Method, double Parameter), (string Path, BenchFile File, BenchPoint Point)>();
        foreach (var (path, file, point) in files.SelectMany(f => f.File.Points.Select(p => (f.Path, f.File, p))))
        {
            var place = (point.Case, point.Method, point.Parameter);
            if (!found.TryGetValue(place, out var known))
            {
                found.Add(place, (path, file, point));
            }
            else if (known.Point.Key != point.Key)
            {
                throw new InvalidInputException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{path}: case '{point.Case}', method '{point.Method}' at {point.Parameter} has key {point.Key}, and {known.Point.Key} in {known.Path}; leave one of the two out"));
            }
            else if (known.Point.Figures is null && point.Figures is not null)
            {
                found[place] = (path, file, point);
            }
        }

        var caseOrder = Order(cases.Select(c => c.Name));
        var methodOrder = Order(methods.Select(m => m.Name));
        var grids = files[0].File.Experiment.Methods.ToDictionary(m => m.Name, m => m.Grid);
        return
        [
            .. found.Values
                .OrderBy(v => caseOrder.GetValueOrDefault(v.Point.Case, int.MaxValue))
                .ThenBy(v => methodOrder.GetValueOrDefault(v.Point.Method, int.MaxValue))
                .ThenBy(v => grids.TryGetValue(v.Point.Method, out var grid) ? grid.IndexOf(v.Point.Parameter) : -1)
                .ThenBy(v => v.Point.Parameter)
                .Select(v => commands.Add(v.Point, v.File.CommandsOf(v.Point))),
        ];
    }

    private static Dictionary<string, int> Order(IEnumerable<string> names) =>
        names.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i);

    // Records that hold arrays are equal when what they say is.
    private static string Text(Experiment experiment) => JsonSerializer.Serialize(experiment, MergeContext.Default.Experiment);

    private static string Text(BenchModel model) => JsonSerializer.Serialize(model, MergeContext.Default.BenchModel);

    private static string Text(BenchCase one) => JsonSerializer.Serialize(one, MergeContext.Default.BenchCase);

    private static string Text(BenchMethod method) => JsonSerializer.Serialize(method, MergeContext.Default.BenchMethod);
}

[JsonSerializable(typeof(Experiment))]
[JsonSerializable(typeof(BenchModel))]
[JsonSerializable(typeof(BenchCase))]
[JsonSerializable(typeof(BenchMethod))]
internal sealed partial class MergeContext : JsonSerializerContext;
