using System.Collections.Immutable;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;

namespace DiagCodec.Allocation.Policies.Actions;

/// <summary>What the agents chose for a clip.</summary>
/// <param name="Gops">The frame agent's action for every GOP of <see cref="GopLayout"/>.</param>
/// <param name="Frames">The CTU agent's action for every frame.</param>
public sealed record PolicyDecisions(ImmutableArray<int> Gops, ImmutableArray<int> Frames)
{
    /// <summary>The same two actions for the whole clip.</summary>
    public static PolicyDecisions Single(int frameAction, int ctuAction, int frames) => new(
        [.. Enumerable.Repeat(frameAction, GopLayout.Gops(frames))], [.. Enumerable.Repeat(ctuAction, frames)]);

    /// <param name="sets">That the actions are of.</param>
    /// <param name="foreground">Of every frame: true where a block is foreground, in raster order; see <see cref="BlockClasses"/>.</param>
    /// <param name="format">Of the coded frames.</param>
    /// <param name="block">64, 32 or 16.</param>
    public QpMap ToMap(ActionSets sets, Func<int, bool[]> foreground, FrameFormat format, int block)
    {
        var qps = ImmutableArray.CreateBuilder<FrameQps>(Frames.Length);
        for (var frame = 0; frame < Frames.Length; frame++)
        {
            var offsets = sets.Ctu(Frames[frame]);
            var blocks = Array.ConvertAll(foreground(frame), isForeground => (sbyte)(isForeground ? offsets.Foreground : offsets.Background));
            qps.Add(new FrameQps(sets.FrameQp(Gops[GopLayout.GopOf(frame)], frame), Array.TrueForAll(blocks, b => b == 0) ? [] : [.. blocks]));
        }

        return new QpMap(block, QpMap.BlocksAcross(format.Width, block), QpMap.BlocksAcross(format.Height, block), qps.ToImmutable())
        {
            HighestCodedQp = QpMap.HighestCodedQpAt(format.BitDepth),
        };
    }
}
