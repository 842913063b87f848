namespace DiagCodec.Metrics.Surfaces;

/// <summary>
/// For every place on a line, the site whose parabola is lowest there: the one-dimensional step of the exact Euclidean distance transform
/// of Felzenszwalb and Huttenlocher (Theory of Computing 8, 2012). Its buffers are used again for every line.
/// </summary>
internal sealed class LowerEnvelope(int longest)
{
    private readonly int[] _sites = new int[longest];
    private readonly double[] _starts = new double[longest];
    private readonly double[] _tops = new double[longest];

    /// <param name="heights">Squared distance, mm^2, that each site brings along; infinity where there is no site.</param>
    /// <param name="spacing">mm between neighbouring places.</param>
    /// <param name="nearest">The index of the best site for every place.</param>
    /// <returns>False, with nothing written, where the line has no site.</returns>
    public bool Find(ReadOnlySpan<double> heights, double spacing, Span<int> nearest)
    {
        var last = -1;
        var square = spacing * spacing;
        for (var site = 0; site < heights.Length; site++)
        {
            if (double.IsPositiveInfinity(heights[site]))
            {
                continue;
            }

            var top = (heights[site] / square) + ((double)site * site);
            var start = double.NegativeInfinity;
            while (last >= 0)
            {
                start = (top - _tops[last]) / (2 * (site - _sites[last]));
                if (start > _starts[last])
                {
                    break;
                }

                start = double.NegativeInfinity;
                last--;
            }

            last++;
            (_sites[last], _starts[last], _tops[last]) = (site, start, top);
        }

        if (last < 0)
        {
            return false;
        }

        for (int place = 0, k = 0; place < nearest.Length; place++)
        {
            while (k < last && _starts[k + 1] < place)
            {
                k++;
            }

            nearest[place] = _sites[k];
        }

        return true;
    }
}
