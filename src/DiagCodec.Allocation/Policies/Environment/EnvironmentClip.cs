using System.Collections.Immutable;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Masks;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Allocation.Policies.Environment;

/// <summary>A clip that a policy learns from, or is judged by.</summary>
/// <param name="Name">Of the patient, image or video.</param>
/// <param name="Prepared">As the encoder gets it; not for several threads at once.</param>
/// <param name="Own">What the task's network finds in the uncompressed slices: the mask, and what decoded slices are held against.</param>
/// <param name="Truth">The annotation, by the task's class numbers.</param>
/// <param name="Foreground">Classes that are diagnosed; others count as background.</param>
public sealed record EnvironmentClip(string Name, PreparedSeries Prepared, LabelMap Own, LabelMap Truth, ImmutableArray<int> Foreground)
{
    public int Frames => Prepared.Frames.Count;

    /// <summary>Own prediction without the classes that are not diagnosed: what QPs may follow.</summary>
    public LabelMap Mask => Diagnosed(Own);

    /// <summary>A label map without the classes that are not diagnosed.</summary>
    public LabelMap Diagnosed(LabelMap labels) => new SeriesMask(labels, []).WithClasses(Foreground).Labels;
}
