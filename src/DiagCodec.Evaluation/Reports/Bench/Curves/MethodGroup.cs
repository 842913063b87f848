using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Reports.Bench.Curves;

/// <summary>Methods that share charts: no more than can be told apart, the anchor always among them.</summary>
/// <param name="Title">What they have in common.</param>
/// <param name="Styles">The anchor first.</param>
internal sealed record MethodGroup(string Title, ImmutableArray<MethodStyle> Styles)
{
    public static ImmutableArray<MethodGroup> Of(BenchFile file)
    {
        var anchor = file.Experiment.Anchor;
        var maps = file.Experiment.Methods.Where(MapChoice.IsMaskMap).Select(m => m.Name).ToHashSet();
        var others = file.Methods.Select(m => m.Name).Where(n => n != anchor).ToArray();
        if (others.Length < MethodStyle.Most)
        {
            return [Group("All methods", anchor, others)];
        }

        return
        [
            .. Chunks("Mask maps", anchor, others.Where(maps.Contains)),
            .. Chunks("Other methods", anchor, others.Where(n => !maps.Contains(n))),
        ];
    }

    private static IEnumerable<MethodGroup> Chunks(string title, string anchor, IEnumerable<string> methods)
    {
        var chunks = methods.Chunk(MethodStyle.Most - 1).ToArray();
        return chunks.Select((c, i) => Group(chunks.Length == 1 ? title : $"{title}, {i + 1} of {chunks.Length}", anchor, c));
    }

    private static MethodGroup Group(string title, string anchor, IEnumerable<string> others) =>
        new($"{title} and the anchor", [.. others.Prepend(anchor).Select(MethodStyle.Of)]);
}
