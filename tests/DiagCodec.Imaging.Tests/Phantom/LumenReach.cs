using DiagCodec.Imaging.Phantom;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Phantom;

/// <summary>Follows the lumen from the aorta.</summary>
internal static class LumenReach
{
    /// <summary>Voxels of the lumen that neighbours (26 of each) connect with the aorta.</summary>
    public static int FromAorta(LabelMap labels)
    {
        var map = labels.Labels.ToArray();
        var seen = new bool[map.Length];
        var open = new Stack<int>(Enumerable.Range(0, map.Length).Where(i => map[i] == PhantomLabel.Aorta));
        var reached = 0;
        while (open.TryPop(out var at))
        {
            var (z, rest) = Math.DivRem(at, labels.Columns * labels.Rows);
            var (y, x) = Math.DivRem(rest, labels.Columns);
            for (var n = 0; n < 27; n++)
            {
                var (i, j, k) = (x + (n % 3) - 1, y + (n / 3 % 3) - 1, z + (n / 9) - 1);
                if (i < 0 || j < 0 || k < 0 || i >= labels.Columns || j >= labels.Rows || k >= labels.Slices)
                {
                    continue;
                }

                var next = (((k * labels.Rows) + j) * labels.Columns) + i;
                if (!seen[next] && map[next] == PhantomLabel.CoronaryLumen)
                {
                    seen[next] = true;
                    reached++;
                    open.Push(next);
                }
            }
        }

        return reached;
    }
}
