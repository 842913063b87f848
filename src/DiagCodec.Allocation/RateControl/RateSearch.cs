namespace DiagCodec.Allocation.RateControl;

/// <summary>
/// Finds the level whose size is nearest to a target by encoding at few levels: the logarithm of size is nearly a straight line
/// over QP, so each try is where the line through the last two crosses the target, kept inside of what is known to be too large
/// and too small.
/// </summary>
public sealed class RateSearch
{
    /// <summary>A series that behaves takes three to seven.</summary>
    public const int MostPasses = 16;

    /// <summary>Size halves in about six QPs, until two sizes are known.</summary>
    private const double UsualSlope = -0.6931 / 6;

    private readonly RateTarget _target;
    private readonly int _last;
    private readonly double _levelsPerQp;
    private readonly List<(int Level, long Bytes)> _tried = [];

    /// <param name="target">What to reach.</param>
    /// <param name="levels">Gives the levels and their QPs.</param>
    public RateSearch(RateTarget target, FractionalQp levels)
    {
        _target = target;
        _last = levels.Last;
        _levelsPerQp = levels.Frames;
    }

    /// <summary>Every level tried, in order.</summary>
    public IReadOnlyList<(int Level, long Bytes)> Tried => _tried;

    /// <param name="start">First level to try.</param>
    /// <param name="encode">Encodes at a level and gives the size; called once a level.</param>
    /// <returns>Why it ended; the best level is that of <see cref="Tried"/> nearest to the target.</returns>
    public async Task<RateOutcome> RunAsync(int start, Func<int, Task<long>> encode)
    {
        // Levels up to "large" give too much, from "small" on too little.
        var (large, small) = (-1, _last + 1);
        var level = Math.Clamp(start, 0, _last);
        while (_tried.Count < MostPasses)
        {
            var bytes = await encode(level);
            _tried.Add((level, bytes));
            if (Math.Abs(_target.Deviation(bytes)) <= RateTarget.Tolerance)
            {
                return RateOutcome.Reached;
            }

            (large, small) = bytes > _target.Bytes ? (level, small) : (large, level);
            if (large == _last)
            {
                return RateOutcome.TooSmall;
            }

            if (small == 0)
            {
                return RateOutcome.TooLarge;
            }

            if (small - large <= 1)
            {
                break;
            }

            level = Next(large, small);
        }

        return RateOutcome.Nearest;
    }

    public (int Level, long Bytes) Best() => _tried.MinBy(t => Math.Abs(_target.Deviation(t.Bytes)));

    private int Next(int large, int small)
    {
        var wanted = Math.Log(_target.Bytes);
        var (level, bytes) = _tried[^1];
        var below = _tried.Where(t => t.Level == large).Select(t => ((int, long)?)t).FirstOrDefault();
        var above = _tried.Where(t => t.Level == small).Select(t => ((int, long)?)t).FirstOrDefault();
        if (_tried.Count % 4 == 0 && below is not null && above is not null)
        {
            // A curve that bends keeps one end in place for long; halving now and then bounds the number of tries.
            return (large + small) / 2;
        }

        var slope = UsualSlope / _levelsPerQp;
        if (Pair(below, above) is var (first, second) && Math.Log((double)second.Bytes / first.Bytes) is < 0 and var drop)
        {
            slope = drop / (second.Level - first.Level);
        }

        var guess = level + ((wanted - Math.Log(bytes)) / slope);
        return (int)Math.Clamp(Math.Round(guess), Math.Max(0, large + 1), Math.Min(_last, small - 1));
    }

    /// <summary>The two tries that the line goes through: those on either side of the target, else the two nearest to it on one side.</summary>
    private ((int Level, long Bytes) First, (int Level, long Bytes) Second)? Pair((int Level, long Bytes)? below, (int Level, long Bytes)? above)
    {
        if (below is { } a && above is { } b)
        {
            return (a, b);
        }

        var nearest = _tried.OrderBy(t => Math.Abs(_target.Deviation(t.Bytes))).Take(2).OrderBy(t => t.Level).ToArray();
        return nearest.Length == 2 ? (nearest[0], nearest[1]) : null;
    }
}
