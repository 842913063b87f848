using System.Globalization;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Cli.Output;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.State;
using TorchSharp;

namespace DiagCodec.Cli.Commands;

/// <summary>What <c>doctor</c> says of networks: the library that they run on, and the models that are here.</summary>
internal static class DoctorNetworks
{
    public static IEnumerable<DoctorFinding> Look(CancellationToken cancellation) => [Library(), .. Models(cancellation), .. Policies(cancellation)];

    private static DoctorFinding Library()
    {
        const string Part = "networks (libtorch)";
        try
        {
            return new DoctorFinding(Part, true, Libtorch.Version() ?? "present", null);
        }
        catch (ToolException e)
        {
            return new DoctorFinding(Part, false, e.Message, "scripts/setup");
        }
    }

    private static IEnumerable<DoctorFinding> Models(CancellationToken cancellation)
    {
        var catalogue = ModelCatalogue.Standard();
        try
        {
            return catalogue.List() is { Length: > 0 } names
                ? [.. names.Select(name => Model(catalogue, name, cancellation))]
                : [new DoctorFinding("models (optional)", true, $"none in {catalogue.Folder}; only --task needs one", $"set {ModelCatalogue.Variable} to a folder of models")];
        }
        catch (InvalidInputException e)
        {
            return [new DoctorFinding("models (optional)", false, e.Message, $"set {ModelCatalogue.Variable} to a folder of models")];
        }
    }

    /// <summary>A task without weights is well: it is there to be trained. Weights that are not the task's are not.</summary>
    private static DoctorFinding Model(ModelCatalogue catalogue, string name, CancellationToken cancellation)
    {
        try
        {
            var model = catalogue.Open(name);
            WeightsVariant[] present = [.. model.Task.Variants.Present()];
            foreach (var variant in present)
            {
                model.OpenWeights(variant, cancellation).Dispose();
            }

            return new DoctorFinding(
                $"model {name}",
                true,
                present.Length > 0 ? $"weights: {string.Join(", ", present.Select(v => v.ToString().ToLowerInvariant()))}" : "no weights yet",
                present.Length > 0 ? null : $"train them: diagcodec train segmentation DATA --task {name} -o FOLDER");
        }
        catch (InvalidInputException e)
        {
            return new DoctorFinding($"model {name}", false, e.Message, "get a fresh copy of the folder");
        }
    }

    private static IEnumerable<DoctorFinding> Policies(CancellationToken cancellation)
    {
        var catalogue = PolicyCatalogue.Standard();
        try
        {
            return [.. catalogue.List().Select(name => Policy(catalogue, name, cancellation))];
        }
        catch (InvalidInputException)
        {
            // The same folder as the models', which say what is wrong with it.
            return [];
        }
    }

    private static DoctorFinding Policy(PolicyCatalogue catalogue, string name, CancellationToken cancellation)
    {
        var part = $"policy {name}";
        try
        {
            var policy = catalogue.Open(name);
            policy.Load(torch.CPU, cancellation).Dispose();
            return new DoctorFinding(part, true, $"task {policy.Document.Task}, trade-offs {string.Join(", ", policy.Document.Tradeoffs.Select(t => t.ToString(CultureInfo.InvariantCulture)))}", null);
        }
        catch (Exception e) when (e is InvalidInputException or ToolException)
        {
            return new DoctorFinding(part, false, e.Message, e is ToolException ? "scripts/setup" : "get a fresh copy of the folder");
        }
    }
}
