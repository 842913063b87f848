using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Grows a tree from a root to given points, each joined where the way is short, with radii after Murray's law.</summary>
internal static class SpaceTree
{
    /// <summary>How much a mm of way back to the root counts against a mm of new branch: keeps the branches from running in rings.</summary>
    private const double WayBack = 0.55;

    /// <param name="root">Where the tree comes from.</param>
    /// <param name="leaves">What it has to reach.</param>
    /// <param name="thinnest">Radius of a branch with one leaf, mm.</param>
    /// <param name="random">Bends the branches.</param>
    public static List<Tube> Grow(Vector3 root, IReadOnlyList<Vector3> leaves, double thinnest, PhantomRandom random)
    {
        Vector3[] nodes = [root, .. leaves.OrderBy(leaf => (leaf - root).Length)];
        var (parent, way, carried) = (new int[nodes.Length], new double[nodes.Length], new int[nodes.Length]);
        for (var i = 1; i < nodes.Length; i++)
        {
            var least = double.PositiveInfinity;
            for (var j = 0; j < i; j++)
            {
                var branch = (nodes[i] - nodes[j]).Length;
                if (branch + (WayBack * way[j]) < least)
                {
                    (least, parent[i], way[i]) = (branch + (WayBack * way[j]), j, way[j] + branch);
                }
            }
        }

        for (var i = nodes.Length - 1; i > 0; i--)
        {
            carried[i]++;
            carried[parent[i]] += carried[i];
        }

        var tubes = new List<Tube>();
        for (var i = 1; i < nodes.Length; i++)
        {
            var (from, to) = (nodes[parent[i]], nodes[i]);
            var radius = thinnest * CubeRoot(carried[i]);
            var bend = 0.14 * (to - from).Length * new Vector3(random.Range(-1, 1), random.Range(-1, 1), random.Range(-1, 1));
            TubePoint[] points = [new(from, radius * 1.08), new((0.5 * (from + to)) + bend, radius), new(to, radius * 0.9)];
            tubes.Add(new(Curve.Through(points, 4)));
        }

        return tubes;
    }

    /// <summary>Newton's way, the same on every machine.</summary>
    private static double CubeRoot(double value)
    {
        var root = 1 + (value / 4);
        for (var i = 0; i < 40; i++)
        {
            root -= (root - (value / (root * root))) / 3;
        }

        return root;
    }
}
