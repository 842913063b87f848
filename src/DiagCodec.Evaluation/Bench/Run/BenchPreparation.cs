using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Evaluation.Bench.Cases;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Models;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.State;
using DiagCodec.Segmentation.Infer;
using TorchSharp;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>experiment file -> cases -> networks -> methods.</summary>
public static class BenchPreparation
{
    private const string AllUnseen = "set task.allUnseen to true";

    /// <param name="path">The experiment file.</param>
    /// <param name="overrides">What the command line changes.</param>
    /// <param name="tool">Name and version of diagcodec.</param>
    /// <param name="note">Gets a line for every method that is left out, and for cases that do not count.</param>
    /// <param name="cancellation">Ends programs that are asked for their version.</param>
    /// <exception cref="InvalidInputException">The experiment, its data or its model is missing or broken.</exception>
    /// <exception cref="UsageException">What the command line says does not fit the experiment.</exception>
    /// <exception cref="ToolException">The program of a method is missing which is not optional, or is the anchor; or libtorch is.</exception>
    public static async Task<BenchSetup> OpenAsync(
        string path, BenchOverrides overrides, string tool, Action<string> note, CancellationToken cancellation)
    {
        var read = ExperimentFile.Read(path);
        var (experiment, folder, model) = Changed(path, read, overrides);
        var sources = CaseSources.Find(experiment.Data, folder);
        var unseen = UnseenCases.Open(model, sources.Names, experiment.Task.AllUnseen, AllUnseen);
        var variant = experiment.Task.Weights;
        if (!unseen.Variants.Contains(variant))
        {
            throw new InvalidInputException($"{OneLine.Of(model)}: has no {Word(variant)} weights; choose others with task.weights or --weights");
        }

        var cases = Counted(path, experiment, sources, unseen, note);
        Libtorch.Version();
        var methods = await MethodsAsync(path, experiment, new ModelUse(unseen.Task.Name, [.. cases.Select(c => c.Name)], note), overrides.Policies, note, cancellation);
        return new BenchSetup(
            experiment, tool, Described(unseen, variant), unseen.Task, cases, methods, Networks(unseen, variant, cancellation), PublishedTables.NamedBy(path, experiment));
    }

    private static (Experiment Experiment, string? Folder, string Model) Changed(string path, Experiment experiment, BenchOverrides overrides)
    {
        var beside = Path.GetDirectoryName(path) ?? "";
        var (data, task) = (experiment.Data, experiment.Task);
        if (overrides.Data is not null && data.Phantom is not null)
        {
            throw new UsageException($"--data {OneLine.Of(overrides.Data)}: {path} makes its own synthetic cases; leave --data out, or remove data.phantom from a copy of the experiment");
        }

        if (overrides.Data is null && data.Folder is null && data.Phantom is null)
        {
            throw new UsageException($"{path}: names neither data.phantom nor data.folder; name the folder of the data with --data");
        }

        var folder = overrides.Data ?? (data.Folder is { } named ? Path.Combine(beside, named) : null);

        // A name with a slash is a path, as the catalogue takes it; in a file it starts from the file.
        var model = overrides.Model ?? (task.Model.Contains('/', StringComparison.Ordinal) ? Path.Combine(beside, task.Model) : task.Model);
        var changed = experiment with
        {
            Data = data with { Folder = overrides.Data ?? data.Folder },
            Task = task with { Model = overrides.Model ?? task.Model, Weights = overrides.Weights ?? task.Weights },
        };
        return (changed, folder, model);
    }

    private static ImmutableArray<BenchCaseSource> Counted(string path, Experiment experiment, CaseSources sources, UnseenCases unseen, Action<string> note)
    {
        var seen = sources.Names.Where(n => !unseen.Has(n)).ToImmutableArray();
        if (!seen.IsEmpty && !experiment.Data.Cases.IsEmpty)
        {
            throw new InvalidInputException(
                $"{path}: {Listed(seen)}: no test case of {unseen.Task.Name}; take it out of data.cases, or {AllUnseen} where it took no part in the training");
        }

        if (!seen.IsEmpty)
        {
            note($"{seen.Length} of {sources.Names.Length} cases are no test cases of {unseen.Task.Name} and are left out");
        }

        var cases = sources.Of(unseen.Task, unseen.Has);
        var lost = (experiment.Pictures?.Cases ?? []).Where(n => cases.All(c => c.Name != n)).ToImmutableArray();
        return lost.IsEmpty ? cases : throw new InvalidInputException($"{path}: pictures.cases: {Listed(lost)}: none of the cases that are measured; name others");
    }

    private static async Task<ImmutableArray<IBenchMethod>> MethodsAsync(
        string path, Experiment experiment, ModelUse use, string? policies, Action<string> note, CancellationToken cancellation)
    {
        var places = new PolicyPlaces(policies, path, PolicyCatalogue.Standard());
        var methods = ImmutableArray.CreateBuilder<IBenchMethod>();
        foreach (var setting in experiment.Methods)
        {
            var method = Method(path, setting, use, places);
            try
            {
                await method.IdentityAsync(cancellation);
                use.Tell(method);
                methods.Add(method);
            }
            catch (ToolException e) when (setting.Optional && setting.Name != experiment.Anchor)
            {
                note($"method {setting.Name} is left out: {e.Message}");
            }
            catch (ToolException e)
            {
                throw new ToolException($"{path}: method {setting.Name}: {e.Message}", e);
            }
        }

        return methods.ToImmutable();
    }

    private static IBenchMethod Method(string path, MethodSetting setting, ModelUse use, PolicyPlaces places)
    {
        try
        {
            var policy = setting.Policy is { } name ? places.Open(name) : null;
            use.Tell(setting.Name, policy?.Document);

            // A name with a slash is a path, and starts from the file.
            var model = setting.Model is { } place && place.Contains('/', StringComparison.Ordinal) ? Path.Combine(Path.GetDirectoryName(path) ?? "", place) : setting.Model;
            return MethodCatalogue.Create(setting with { Model = model }, policy);
        }
        catch (UsageException e)
        {
            // It names the method.
            throw new InvalidInputException($"{path}: {e.Message}", e);
        }
        catch (InvalidInputException e)
        {
            throw new InvalidInputException($"{path}: method {setting.Name}: {e.Message}", e);
        }
    }

    private static BenchModel Described(UnseenCases unseen, WeightsVariant variant)
    {
        var (task, input) = (unseen.Task, unseen.Task.Input);
        return new BenchModel(
            task.Name,
            Word(variant),
            [.. unseen.Models.Select(m => m.Task.Variants.Of(variant)!.Sha256)],
            [.. task.Classes.Select(c => c.Name)],
            new ValueRange(input.Low, input.High));
    }

    private static Func<string, BenchNetwork> Networks(UnseenCases unseen, WeightsVariant variant, CancellationToken cancellation) => name =>
    {
        var model = unseen.For(name);
        return new BenchNetwork(model.Task.Variants.Of(variant)!.Sha256, () => CaseSegmenter.Load(model, variant, cancellation));
    };

    private static string Listed(ImmutableArray<string> names) => OneLine.List([.. names.Select(n => $"'{OneLine.Of(n)}'")]);

    private static string Word(WeightsVariant variant) => variant.ToString().ToLowerInvariant();
}
