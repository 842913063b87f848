using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Store;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Bench.Score;

/// <summary>Mean QPs inside and outside the diagnosis.</summary>
internal static class BlockQpMeans
{
    /// <param name="map">One frame a slice.</param>
    /// <param name="mask">Any class but 0 counts.</param>
    /// <param name="format">Of the coded frames.</param>
    /// <exception cref="VerificationException">The map is for other frames.</exception>
    public static QpFacts Of(QpMap map, LabelMap mask, FrameFormat format)
    {
        var shares = new MaskShares(mask, format, mask.Slices, map.BlockSize);
        if (map.Frames.Length != mask.Slices || map.Columns != shares.Columns || map.Rows != shares.Rows)
        {
            throw new VerificationException(
                $"the method gave a QP map of {map.Columns}x{map.Rows} blocks and {map.Frames.Length} frames, expected {shares.Columns}x{shares.Rows} and {mask.Slices}");
        }

        var (foreground, inside, background, outside) = (0L, 0L, 0L, 0L);
        for (var z = 0; z < mask.Slices; z++)
        {
            foreach (var (block, share) in shares.Of(z).Index())
            {
                var qp = map.AbsoluteQp(z, block);
                (foreground, inside, background, outside) = share > 0
                    ? (foreground + qp, inside + 1, background, outside)
                    : (foreground, inside, background + qp, outside + 1);
            }
        }

        return new QpFacts(inside == 0 ? null : (double)foreground / inside, outside == 0 ? null : (double)background / outside);
    }
}
