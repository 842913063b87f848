using System.Collections.Immutable;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Masks;

/// <summary>A mask that fits its series voxel by voxel.</summary>
/// <param name="Labels">Of the series' size, in its coding order, with its geometry.</param>
/// <param name="Notes">What a user should know about the way it was fitted.</param>
public sealed record SeriesMask(LabelMap Labels, ImmutableArray<SeriesFinding> Notes)
{
    /// <summary>The same with every class but <paramref name="classes"/> made background; an empty list keeps all.</summary>
    public SeriesMask WithClasses(ImmutableArray<int> classes)
    {
        if (classes.IsDefaultOrEmpty)
        {
            return this;
        }

        var kept = new byte[Labels.Labels.Length];
        var source = Labels.Labels.Span;
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = classes.Contains(source[i]) ? source[i] : (byte)0;
        }

        return this with { Labels = Labels with { Labels = kept } };
    }
}
