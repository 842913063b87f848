namespace TorchSharp;

/// <summary>The initial rate times a function of the steps so far.</summary>
internal sealed class EpochSchedule : torch.optim.lr_scheduler.LRScheduler
{
    private readonly Func<int, double> _factor;
    private int _epoch;

    internal EpochSchedule(torch.optim.Optimizer optimizer, Func<int, double> factor)
        : base(optimizer)
    {
        _factor = factor;
        Set();
    }

    public override void step()
    {
        _epoch++;
        Set();
    }

    private void Set()
    {
        foreach (var group in Groups)
        {
            group.LearningRate = group.InitialLearningRate * _factor(_epoch);
        }
    }
}
