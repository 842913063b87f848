using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Cases;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Models;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Evaluation.Policies;

/// <summary>Which cases a policy learns from, and which choose the weights that are kept.</summary>
/// <param name="Training">At least one.</param>
/// <param name="Validation">None of them is in <paramref name="Training"/>.</param>
/// <param name="Unseen">The network that judges each.</param>
public sealed record PolicyCases(ImmutableArray<BenchCaseSource> Training, ImmutableArray<BenchCaseSource> Validation, UnseenCases Unseen)
{
    /// <exception cref="InvalidInputException">The data, the model or a named case is missing, or there are too few cases.</exception>
    public static PolicyCases Find(PolicyTrainingOptions options)
    {
        var data = new ExperimentData { Folder = options.Data, Pairs = options.Pairs, Labels = options.Labels, Slices = options.Slices };
        var sources = CaseSources.Find(data, options.Data);
        var unseen = UnseenCases.Open(options.Model, sources.Names, options.AllUnseen, "say --all");
        if (!unseen.Variants.Contains(options.Variant))
        {
            throw new InvalidInputException($"{OneLine.Of(options.Model)}: has no {options.Variant.ToString().ToLowerInvariant()} weights");
        }

        var cases = sources.Of(unseen.Task, unseen.Has);
        var validation = Named(options, cases, options.ValidationCases);
        var training = Named(options, cases, options.Cases);
        var free = cases.Except(training).Except(validation).ToImmutableArray();
        if (training.IsEmpty)
        {
            var shots = options.Shots == 0 ? free.Length - (validation.IsEmpty ? options.Validation : 0) : options.Shots;
            (training, free) = Take(options, free, shots);
        }

        if (validation.IsEmpty)
        {
            (validation, _) = Take(options, free, options.Validation);
        }

        return training.IsEmpty
            ? throw new InvalidInputException($"{options.Data}: no case is left to learn from; give more cases, or a lower --validation")
            : new PolicyCases(training, validation, unseen);
    }

    private static ImmutableArray<BenchCaseSource> Named(PolicyTrainingOptions options, ImmutableArray<BenchCaseSource> cases, ImmutableArray<string> names) =>
    [
        .. names.Select(n => cases.FirstOrDefault(c => c.Name == n)
            ?? throw new InvalidInputException($"{options.Data}: has no case '{OneLine.Of(n)}' that the network has not seen; it has {OneLine.List([.. cases.Select(c => c.Name)])}")),
    ];

    private static (ImmutableArray<BenchCaseSource> Taken, ImmutableArray<BenchCaseSource> Left) Take(
        PolicyTrainingOptions options, ImmutableArray<BenchCaseSource> cases, int count) => count <= cases.Length
        ? (cases[..Math.Max(0, count)], cases[Math.Max(0, count)..])
        : throw new InvalidInputException(FormattableString.Invariant($"{options.Data}: {count} cases are asked for, {cases.Length} are left that the network has not seen"));
}
