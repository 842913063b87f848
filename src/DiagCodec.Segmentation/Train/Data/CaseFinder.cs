using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Segmentation.Train.Data;

/// <summary>Finds the images of a data folder and their labels by the names of the files; reads none of them.</summary>
public static class CaseFinder
{
    private const int Shown = 5;

    /// <param name="folder">A data set in one of <see cref="CaseLayout.Known"/>.</param>
    /// <returns>At least one case, in natural order of the names, which differ.</returns>
    /// <exception cref="InvalidInputException">The folder is missing, holds none of the layouts or two of them, or an image or its
    /// labels are missing.</exception>
    public static ImmutableArray<TrainingSource> Find(string folder)
    {
        CheckFolder(folder);
        var matches = CaseLayout.Known.Select(layout => LayoutMatch.Of(folder, layout)).ToArray();
        var withPairs = matches.Where(m => !m.Sources.IsEmpty).ToArray();
        return withPairs switch
        {
            [var only] => Complete(folder, only),
            [var first, var second, ..] => throw new InvalidInputException(
                $"{folder}: holds cases of two layouts: {Example(first)}, {Example(second)}; keep them in folders of their own, or give a pair such as {CaseLayout.PairExample}"),
            _ => matches.MaxBy(m => m.Odd) is { Odd: > 0 } odd ? Complete(folder, odd) : throw Nothing(folder, CaseLayout.Known),
        };
    }

    /// <summary>Whether a folder holds an image with labels of a layout.</summary>
    public static bool Holds(string folder, CaseLayout layout) => !LayoutMatch.Of(folder, layout).Sources.IsEmpty;

    /// <param name="folder">A data set.</param>
    /// <param name="layout">How it names its files.</param>
    /// <inheritdoc cref="Find(string)" path="/returns"/>
    /// <exception cref="InvalidInputException">The folder is missing, holds nothing of the layout, or an image or its labels are
    /// missing.</exception>
    public static ImmutableArray<TrainingSource> Find(string folder, CaseLayout layout)
    {
        CheckFolder(folder);
        var match = LayoutMatch.Of(folder, layout);
        return match.Sources.Length + match.Odd > 0 ? Complete(folder, match) : throw Nothing(folder, [layout]);
    }

    private static void CheckFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidInputException($"{folder}: there is no such folder; name the folder of the data set");
        }
    }

    private static ImmutableArray<TrainingSource> Complete(string folder, LayoutMatch match)
    {
        if (match.Odd == 0)
        {
            return match.Sources;
        }

        string[] faults = [.. Odd("images without labels", folder, match.Bare), .. Odd("labels without an image", folder, match.Lost)];
        throw new InvalidInputException($"{folder}: {string.Join("; ", faults)}; looked for {match.Layout}; complete the pairs, or move these files away");
    }

    private static IEnumerable<string> Odd(string what, string folder, ImmutableArray<string> paths)
    {
        if (!paths.IsEmpty)
        {
            var names = string.Join(", ", paths.Take(Shown).Select(p => $"'{OneLine.Of(Path.GetRelativePath(folder, p))}'"));
            yield return $"{what} ({paths.Length}): {names}{(paths.Length > Shown ? " ..." : "")}";
        }
    }

    private static string Example(LayoutMatch match) =>
        $"{match.Layout.Title} ({match.Layout}): {match.Sources.Length} such as '{OneLine.Of(match.Sources[0].Name)}'";

    private static InvalidInputException Nothing(string folder, ImmutableArray<CaseLayout> layouts) =>
        new($"{folder}: no images with labels; looked for {string.Join(", ", layouts)}; name the folder that holds them, or give a pair such as {CaseLayout.PairExample}");
}
