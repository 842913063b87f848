using System.Collections.Immutable;

namespace DiagCodec.Metrics.Detection;

/// <summary>Boxes round the parts of a label map: pixels of a class that hang together through edges or corners (8 neighbours).</summary>
public static class ComponentBoxes
{
    /// <param name="labels">columns * rows class numbers, row by row.</param>
    /// <param name="columns">Width, 1 or more.</param>
    /// <param name="label">The class.</param>
    /// <param name="smallestArea">Pixels that a part must have to get a box.</param>
    /// <returns>In the order of their first pixels, row by row.</returns>
    /// <exception cref="ArgumentException">The labels do not fill whole rows.</exception>
    public static ImmutableArray<BoundingBox> Of(ReadOnlySpan<byte> labels, int columns, byte label, int smallestArea)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (labels.Length % columns != 0)
        {
            throw new ArgumentException($"expected whole rows of {columns} labels, found {labels.Length} labels", nameof(labels));
        }

        var boxes = ImmutableArray.CreateBuilder<BoundingBox>();
        var isSeen = new bool[labels.Length];
        var part = new List<int>();
        for (var start = 0; start < labels.Length; start++)
        {
            if (labels[start] == label && !isSeen[start])
            {
                Grow(labels, isSeen, part, start, columns);
                if (part.Count >= smallestArea)
                {
                    boxes.Add(Round(part, columns));
                }
            }
        }

        return boxes.ToImmutable();
    }

    private static void Grow(ReadOnlySpan<byte> labels, bool[] isSeen, List<int> part, int start, int columns)
    {
        var rows = labels.Length / columns;
        part.Clear();
        part.Add(start);
        isSeen[start] = true;
        for (var next = 0; next < part.Count; next++)
        {
            var (x, y) = (part[next] % columns, part[next] / columns);
            for (var v = Math.Max(0, y - 1); v <= Math.Min(rows - 1, y + 1); v++)
            {
                for (var u = Math.Max(0, x - 1); u <= Math.Min(columns - 1, x + 1); u++)
                {
                    var at = (v * columns) + u;
                    if (labels[at] == labels[start] && !isSeen[at])
                    {
                        isSeen[at] = true;
                        part.Add(at);
                    }
                }
            }
        }
    }

    private static BoundingBox Round(List<int> part, int columns) => new(
        part.Min(p => p % columns),
        part.Min(p => p / columns),
        part.Max(p => p % columns) + 1,
        part.Max(p => p / columns) + 1);
}
