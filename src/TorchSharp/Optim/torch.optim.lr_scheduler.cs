namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rate of all groups of an optimiser. step() is called after each epoch, or however the schedule counts.</summary>
            public abstract class LRScheduler
            {
                private readonly ILearningRateController[] _groups;

                private protected LRScheduler(Optimizer optimizer) => _groups = [.. optimizer.ParamGroups];

                /// <summary>Steps so far.</summary>
                public int last_epoch { get; private set; }

                public virtual void step()
                {
                    last_epoch++;
                    foreach (var group in _groups)
                    {
                        group.LearningRate = group.InitialLearningRate * Factor(last_epoch);
                    }
                }

                public IEnumerable<double> get_last_lr() => _groups.Select(g => g.LearningRate);

                private protected abstract double Factor(int epoch);
            }

            /// <summary>Multiplies by gamma after every step_size epochs.</summary>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1) =>
                new Schedule(optimizer, epoch => Math.Pow(gamma, epoch / step_size));

            /// <summary>Multiplies the initial rate by a function of the epoch.</summary>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda) => new Schedule(optimizer, lr_lambda);

            private sealed class Schedule(Optimizer optimizer, Func<int, double> factor) : LRScheduler(optimizer)
            {
                private protected override double Factor(int epoch) => factor(epoch);
            }
        }
    }
}
