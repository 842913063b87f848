namespace TorchSharp;

/// <summary>Lowers the rate where a measure stays as it is.</summary>
internal sealed class PlateauSchedule : torch.optim.lr_scheduler.LRScheduler
{
    private readonly double _sign;
    private readonly bool _relative;
    private readonly double _factor;
    private readonly int _patience;
    private readonly double _threshold;
    private readonly int _cooldown;
    private readonly double[] _least;
    private readonly double _eps;
    private double? _best;
    private int _bad;
    private int _cooling;

    internal PlateauSchedule(
        torch.optim.Optimizer optimizer, string mode, double factor, int patience, double threshold, string thresholdMode, int cooldown,
        IList<double>? least, double eps)
        : base(optimizer)
    {
        _sign = mode switch { "min" => 1, "max" => -1, _ => throw new ArgumentException($"the mode is min or max, not {mode}", nameof(mode)) };
        _relative = thresholdMode switch
        {
            "rel" => true,
            "abs" => false,
            _ => throw new ArgumentException($"the threshold mode is rel or abs, not {thresholdMode}", nameof(thresholdMode)),
        };
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(factor, 1);
        _least = [.. least ?? new double[Groups.Length]];
        ArgumentOutOfRangeException.ThrowIfNotEqual(_least.Length, Groups.Length, nameof(least));
        (_factor, _patience, _threshold, _cooldown, _eps) = (factor, patience, threshold, cooldown, eps);
    }

    public override void step() => throw new InvalidOperationException("this schedule follows a measure; call step(measure)");

    public override void step(double current, int? epoch = null)
    {
        if (_best is not { } best || IsBetter(current, best))
        {
            (_best, _bad) = (current, 0);
        }
        else
        {
            _bad++;
        }

        if (_cooling > 0)
        {
            (_cooling, _bad) = (_cooling - 1, 0);
        }

        if (_bad > _patience)
        {
            Lower();
            (_cooling, _bad) = (_cooldown, 0);
        }
    }

    private bool IsBetter(double current, double best)
    {
        var margin = _relative ? Math.Abs(best) * _threshold : _threshold;
        return _sign * current < (_sign * best) - margin;
    }

    private void Lower()
    {
        for (var i = 0; i < Groups.Length; i++)
        {
            var rate = Math.Max(Groups[i].LearningRate * _factor, _least[i]);
            if (Groups[i].LearningRate - rate > _eps)
            {
                Groups[i].LearningRate = rate;
            }
        }
    }
}
