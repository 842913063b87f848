using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Segmentation.Infer;

/// <summary>
/// Takes specks out of a prediction: foreground of any class that hangs together through faces, edges or corners and is smaller than
/// a given size. Vessels and tumours hang together; what a network finds apart from them in a few pixels is mostly false.
/// </summary>
public static class SmallComponents
{
    /// <param name="labels">slices * rows * columns class numbers; components that are too small become 0.</param>
    /// <param name="columns">Width of a slice.</param>
    /// <param name="rows">Height of a slice.</param>
    /// <param name="smallest">Voxels that a component must have to stay; up to 1 changes nothing.</param>
    public static void Remove(Span<byte> labels, int columns, int rows, double smallest)
    {
        if (smallest <= 1)
        {
            return;
        }

        var seen = new bool[labels.Length];
        var component = new List<int>();
        for (var start = 0; start < labels.Length; start++)
        {
            if (labels[start] == 0 || seen[start])
            {
                continue;
            }

            Grow(labels, seen, component, start, columns, rows);
            if (component.Count < smallest)
            {
                foreach (var voxel in component)
                {
                    labels[voxel] = 0;
                }
            }
        }
    }

    private static void Grow(ReadOnlySpan<byte> labels, bool[] seen, List<int> component, int start, int columns, int rows)
    {
        var (area, slices) = (columns * rows, labels.Length / (columns * rows));
        component.Clear();
        component.Add(start);
        seen[start] = true;
        for (var next = 0; next < component.Count; next++)
        {
            var at = component[next];
            var (x, y, z) = (at % columns, at / columns % rows, at / area);
            for (var w = Math.Max(0, z - 1); w <= Math.Min(slices - 1, z + 1); w++)
            {
                for (var v = Math.Max(0, y - 1); v <= Math.Min(rows - 1, y + 1); v++)
                {
                    for (var u = Math.Max(0, x - 1); u <= Math.Min(columns - 1, x + 1); u++)
                    {
                        var neighbour = (w * area) + (v * columns) + u;
                        if (labels[neighbour] != 0 && !seen[neighbour])
                        {
                            seen[neighbour] = true;
                            component.Add(neighbour);
                        }
                    }
                }
            }
        }
    }
}
