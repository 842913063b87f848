using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Segmentation.Train.Data;

/// <summary>What a data folder holds of one layout.</summary>
/// <param name="Layout">The layout.</param>
/// <param name="Sources">Images with labels, in natural order of their names.</param>
/// <param name="Bare">Images without labels.</param>
/// <param name="Lost">Labels without image.</param>
internal sealed record LayoutMatch(
    CaseLayout Layout, ImmutableArray<TrainingSource> Sources, ImmutableArray<string> Bare, ImmutableArray<string> Lost)
{
    private const int LongestName = 255;

    public int Odd => Bare.Length + Lost.Length;

    /// <exception cref="InvalidInputException">A name has two label files, or is no text.</exception>
    public static LayoutMatch Of(string folder, CaseLayout layout)
    {
        var labels = layout.Labels.SelectMany(pattern => pattern.Find(folder)).GroupBy(l => l.Name, StringComparer.Ordinal).ToDictionary(
            g => g.Key, g => g.Select(l => l.Path).Order(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        var labelPaths = labels.Values.SelectMany(paths => paths).ToHashSet(StringComparer.Ordinal);

        // 1_gt.png is a picture too, as is 1.png.
        var images = layout.Image.Find(folder).Where(i => !labelPaths.Contains(i.Path)).OrderBy(i => i.Name, NaturalOrder.Instance).ToArray();
        var named = images.Select(i => i.Name).ToHashSet(StringComparer.Ordinal);
        var pairs = images.Where(i => labels.ContainsKey(i.Name)).ToArray();
        return new(
            layout,
            [.. pairs.Select(i => new TrainingSource(Checked(i.Name, i.Path), i.Path, Only(labels[i.Name])))],
            [.. images.Where(i => !labels.ContainsKey(i.Name)).Select(i => i.Path)],
            [.. labels.Where(l => !named.Contains(l.Key)).SelectMany(l => l.Value).Order(NaturalOrder.Instance)]);
    }

    private static string Only(string[] labels) => labels.Length == 1
        ? labels[0]
        : throw new InvalidInputException(
            $"{OneLine.Of(labels[0])}: there is {OneLine.Of(Path.GetFileName(labels[1]))} too, and an image has one label file; move one of them away");

    /// <summary>Names go into split files and messages, which hold text of one line.</summary>
    private static string Checked(string name, string path) =>
        name.Length <= LongestName && !string.IsNullOrWhiteSpace(name) && !name.Any(c => char.IsControl(c) || c == '\uFFFD')
            ? name
            : throw new InvalidInputException($"{OneLine.Of(path)}: '{OneLine.Of(name)}' is no name of a case: it is empty or has characters that are no text; rename it");
}
