using System.Collections.Immutable;
using DiagCodec.Metrics.Detection;

namespace DiagCodec.LearnedCodecs.Detect;

/// <summary>Truth for detectors out of truth for segmentors: the connected parts of every class of a label map.</summary>
public static class LabelBoxes
{
    /// <param name="labels">Class numbers, row by row; 0 is background.</param>
    /// <param name="columns">Width.</param>
    /// <param name="classes">Foreground classes.</param>
    /// <param name="smallestArea">Pixels that a part must have.</param>
    public static ImmutableArray<TrueBox> Of(ReadOnlySpan<byte> labels, int columns, int classes, int smallestArea)
    {
        var boxes = ImmutableArray.CreateBuilder<TrueBox>();
        for (var label = 1; label <= classes; label++)
        {
            foreach (var box in ComponentBoxes.Of(labels, columns, (byte)label, smallestArea))
            {
                boxes.Add(new TrueBox(label, box));
            }
        }

        return boxes.ToImmutable();
    }

    /// <summary>Boxes of every patch of a batch.</summary>
    /// <param name="labels">patches * size * size class numbers.</param>
    /// <param name="size">Width and height of a patch.</param>
    /// <param name="classes">Foreground classes.</param>
    /// <param name="smallestArea">Pixels that a part must have.</param>
    public static ImmutableArray<ImmutableArray<TrueBox>> OfPatches(long[] labels, int size, int classes, int smallestArea)
    {
        var bytes = Array.ConvertAll(labels, l => (byte)l);
        return [.. bytes.Chunk(size * size).Select(p => Of(p, size, classes, smallestArea))];
    }
}
