using System.Collections.Immutable;
using DiagCodec.Coding.Plans;

namespace DiagCodec.Allocation.RateControl;

/// <summary>
/// QPs between whole ones: level n of a series of F frames has base QP n / F, and n mod F of its frames take the QP of the next
/// base. Frames are raised in an order that keeps them evenly spread at any number, and each level raises one frame more than the
/// one before, so that size falls from level to level as evenly as whole QPs allow.
/// </summary>
public sealed class FractionalQp
{
    private readonly int[] _rank;

    public FractionalQp(int frames)
    {
        Frames = frames;
        _rank = new int[frames];
        var order = Enumerable.Range(0, frames).OrderBy(Reversed).ToArray();
        for (var i = 0; i < frames; i++)
        {
            _rank[order[i]] = i;
        }
    }

    public int Frames { get; }

    /// <summary>The coarsest level: base QP 51 everywhere.</summary>
    public int Last => QpMap.HighestQp * Frames;

    public int BaseQpOf(int level) => level / Frames;

    /// <summary>The level's mean, such as 31.25.</summary>
    public double QpOf(int level) => (double)level / Frames;

    /// <param name="level">0 to <see cref="Last"/>.</param>
    /// <param name="mapAt">The map of a base QP.</param>
    public QpMap MapOf(int level, Func<int, QpMap> mapAt)
    {
        var (qp, raised) = (BaseQpOf(level), level % Frames);
        var map = mapAt(qp);
        if (raised == 0)
        {
            return map;
        }

        var next = mapAt(qp + 1);
        return map with { Frames = [.. map.Frames.Select((f, i) => _rank[i] < raised ? next.Frames[i] : f)] };
    }

    /// <summary>The bits of an index in reverse: sorted by it, any first few indices lie evenly spread. The first frame is turned to the end, because most of the others lean on it.</summary>
    private static uint Reversed(int index)
    {
        var (value, reversed) = (~(uint)index, 0u);
        for (var i = 0; i < 32; i++)
        {
            reversed = reversed << 1 | (value & 1);
            value >>= 1;
        }

        return reversed;
    }
}
