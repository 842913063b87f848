using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Cases;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Networks.Models;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>An experiment with everything it names opened.</summary>
/// <param name="Experiment">As it runs.</param>
/// <param name="Tool">Name and version of diagcodec.</param>
/// <param name="Model">For bench.json.</param>
/// <param name="Task">Classes, foreground and input of the network.</param>
/// <param name="Cases">In the experiment's order.</param>
/// <param name="Methods">In the experiment's order, those whose program is missing left out.</param>
/// <param name="Networks">
/// From the name of a case to the SHA-256 of the weights that judge it, and to a segmenter that one thread has to itself. In a
/// cross-validation the weights differ by case.
/// </param>
/// <param name="Published">The published tables that the experiment names.</param>
public sealed record BenchSetup(
    Experiment Experiment,
    string Tool,
    BenchModel Model,
    ModelTask Task,
    ImmutableArray<BenchCaseSource> Cases,
    ImmutableArray<IBenchMethod> Methods,
    Func<string, BenchNetwork> Networks,
    ImmutableArray<PublishedTable> Published)
{
    /// <summary>Gives back what methods hold in memory; they may be used again.</summary>
    internal void CloseMethods()
    {
        foreach (var method in Methods.OfType<IDisposable>())
        {
            method.Dispose();
        }
    }
}
