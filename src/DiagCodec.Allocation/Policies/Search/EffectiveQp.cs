using DiagCodec.Coding.Plans;

namespace DiagCodec.Allocation.Policies.Search;

/// <summary>
/// The uniform QP that should cost as many bits as a map: bits of a block halve about every six QPs, so it is the mean of the blocks'
/// QPs in that measure. It orders maps of different kinds by what they will cost before any is encoded.
/// </summary>
public static class EffectiveQp
{
    private const double QpsThatHalve = 6;

    private static readonly double[] Bits = [.. Enumerable.Range(QpMap.LowestQp, QpMap.HighestQp + 1).Select(qp => Math.Pow(2, -qp / QpsThatHalve))];

    /// <returns>0 to 51.</returns>
    public static double Of(QpMap map)
    {
        var sum = 0.0;
        for (var frame = 0; frame < map.Frames.Length; frame++)
        {
            if (!map.Frames[frame].HasOffsets)
            {
                sum += map.BlocksPerFrame * Bits[map.AbsoluteQp(frame, 0)];
                continue;
            }

            for (var block = 0; block < map.BlocksPerFrame; block++)
            {
                sum += Bits[map.AbsoluteQp(frame, block)];
            }
        }

        return -QpsThatHalve * Math.Log2(sum / ((double)map.BlocksPerFrame * map.Frames.Length));
    }
}
