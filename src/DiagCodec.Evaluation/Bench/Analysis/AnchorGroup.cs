using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>Methods that are compared with one anchor. A bench without <see cref="Experiment.WindowAnchor"/> is one group.</summary>
/// <param name="Anchor">Name of a method, of these methods where it ran.</param>
/// <param name="IsWindow">They code the task's window, and so does the anchor.</param>
/// <param name="Methods">In the order of the bench; of two groups each has its anchor first.</param>
public sealed record AnchorGroup(string Anchor, bool IsWindow, ImmutableArray<BenchMethod> Methods)
{
    /// <returns>One or two: the window's comes second.</returns>
    public static ImmutableArray<AnchorGroup> Of(BenchFile file)
    {
        var (main, window) = (file.Experiment.Anchor, file.Experiment.WindowAnchor);
        if (window is null || file.Methods.All(m => AnchorOf(file.Experiment, m) == main))
        {
            return [new AnchorGroup(main, IsWindow: false, file.Methods)];
        }

        return [Group(main, isWindow: false), Group(window, isWindow: true)];

        AnchorGroup Group(string anchor, bool isWindow) =>
            new(anchor, isWindow, [.. file.Methods.Where(m => AnchorOf(file.Experiment, m) == anchor).OrderBy(m => m.Name != anchor)]);
    }

    /// <summary>What a method is compared with: an anchor with itself, one on the window with the window's anchor, any other with the anchor.</summary>
    public static string AnchorOf(Experiment experiment, BenchMethod method) =>
        method.IsWindowed && method.Name != experiment.Anchor && experiment.WindowAnchor is { } window ? window : experiment.Anchor;

    public static bool IsAnchor(Experiment experiment, BenchMethod method) => AnchorOf(experiment, method) == method.Name;
}
