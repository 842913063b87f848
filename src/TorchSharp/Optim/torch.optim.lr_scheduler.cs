namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of the learning rate. Call step() after each epoch, or however the schedule counts.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>Sets the learning rate of all groups of an optimiser.</summary>
            public abstract class LRScheduler
            {
                private protected LRScheduler(Optimizer optimizer) => Groups = [.. optimizer.ParamGroups];

                private protected ILearningRateController[] Groups { get; }

                public abstract void step();

                /// <summary>A step of a schedule that follows a measure.</summary>
                /// <exception cref="InvalidOperationException">The schedule follows none.</exception>
                public virtual void step(double current, int? epoch = null) =>
                    throw new InvalidOperationException("this schedule follows no measure; call step()");

                public IEnumerable<double> get_last_lr() => Groups.Select(g => g.LearningRate);
            }

            /// <summary>Multiplies by gamma after every step_size epochs.</summary>
            public static LRScheduler StepLR(Optimizer optimizer, int step_size, double gamma = 0.1) =>
                new EpochSchedule(optimizer, epoch => Math.Pow(gamma, epoch / step_size));

            /// <summary>Multiplies the initial rate by a function of the epoch.</summary>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda) => new EpochSchedule(optimizer, lr_lambda);

            /// <summary>Multiplies by factor once a measure has not become better for more than patience epochs.</summary>
            /// <param name="optimizer">Whose rates are set.</param>
            /// <param name="mode">"min" or "max": which is better.</param>
            /// <param name="factor">Below 1.</param>
            /// <param name="patience">Epochs without improvement that are let pass.</param>
            /// <param name="threshold">What counts as an improvement.</param>
            /// <param name="threshold_mode">"rel" to the best, or "abs".</param>
            /// <param name="cooldown">Epochs after a change in which nothing is counted.</param>
            /// <param name="min_lr">The least rate of every group.</param>
            /// <param name="eps">Smaller changes are not made.</param>
            public static LRScheduler ReduceLROnPlateau(
                Optimizer optimizer, string mode = "min", double factor = 0.1, int patience = 10, double threshold = 1e-4, string threshold_mode = "rel",
                int cooldown = 0, IList<double>? min_lr = null, double eps = 1e-8) =>
                new PlateauSchedule(optimizer, mode, factor, patience, threshold, threshold_mode, cooldown, min_lr, eps);
        }
    }
}
