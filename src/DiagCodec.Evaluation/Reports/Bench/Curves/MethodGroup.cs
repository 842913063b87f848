using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Reports.Bench.Curves;

/// <summary>Methods that share charts: no more than can be told apart, their anchor always among them.</summary>
/// <param name="Title">What they have in common.</param>
/// <param name="Styles">The anchor first.</param>
internal sealed record MethodGroup(string Title, ImmutableArray<MethodStyle> Styles)
{
    public static ImmutableArray<MethodGroup> Of(BenchFile file)
    {
        var maps = file.Experiment.Methods.Where(MapChoice.IsMaskMap).Select(m => m.Name).ToHashSet();
        var rivals = file.Experiment.Methods.Where(SecondAnchor.IsRival).Select(m => m.Name).ToHashSet();
        var groups = AnchorGroup.Of(file);
        return [.. groups.SelectMany(g => Of(g, maps, rivals, !g.IsWindow ? "" : file.IsWindowWhole ? "With 8 bits: " : "On the window: "))];
    }

    private static IEnumerable<MethodGroup> Of(AnchorGroup group, HashSet<string> maps, HashSet<string> rivals, string what)
    {
        var others = group.Methods.Select(m => m.Name).Where(n => n != group.Anchor).ToArray();
        return others.Length < MethodStyle.Most
            ? [Group(Sentence(what, "all methods"), group.Anchor, others)]
            : Parts(Sentence(what, "policies and searches"), group.Anchor, [.. others.Where(rivals.Contains)])
                .Concat(Parts(Sentence(what, "mask maps"), group.Anchor, [.. others.Where(maps.Contains)]))
                .Concat(Parts(Sentence(what, "other methods"), group.Anchor, [.. others.Where(n => !maps.Contains(n) && !rivals.Contains(n))]));
    }

    /// <summary>As few as can be, and as even: 9 methods are 5 and 4.</summary>
    private static IEnumerable<MethodGroup> Parts(string title, string anchor, string[] methods)
    {
        var parts = (methods.Length + MethodStyle.Most - 2) / (MethodStyle.Most - 1);
        for (int i = 0, start = 0; i < parts; i++)
        {
            var length = (methods.Length / parts) + (i < methods.Length % parts ? 1 : 0);
            yield return Group(parts == 1 ? title : $"{title}, {i + 1} of {parts}", anchor, methods[start..(start + length)]);
            start += length;
        }
    }

    private static MethodGroup Group(string title, string anchor, IEnumerable<string> others) =>
        new($"{title} and the anchor", [.. others.Prepend(anchor).Select(MethodStyle.Of)]);

    private static string Sentence(string what, string words) => what.Length > 0 ? what + words : char.ToUpperInvariant(words[0]) + words[1..];
}
