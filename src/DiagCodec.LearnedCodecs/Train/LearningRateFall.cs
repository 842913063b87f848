using TorchSharp.Modules;

namespace DiagCodec.LearnedCodecs.Train;

/// <summary>The end of a training in smaller steps: a third of the learning rate behind 4/5 of the steps, a tenth behind 9/10.</summary>
internal static class LearningRateFall
{
    /// <param name="rate">At first.</param>
    /// <param name="step">From 0.</param>
    /// <param name="steps">In all.</param>
    public static double At(double rate, int step, int steps) => rate * (step >= steps * 9L / 10 ? 0.1 : step >= steps * 4L / 5 ? 1.0 / 3 : 1);

    /// <summary>Sets an optimiser's rate for a step.</summary>
    public static void Set(OptimizerHelper optimiser, double rate, int step, int steps)
    {
        foreach (var group in optimiser.ParamGroups)
        {
            group.LearningRate = At(rate, step, steps);
        }
    }
}
