using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods;

/// <summary>The network that judges a case, for methods that ask it while they choose. One thread's own.</summary>
public interface IBenchJudge
{
    /// <summary>What the network makes of a plan. Kept under all that it follows from, so that no plan of a case is encoded or judged twice.</summary>
    /// <param name="plan">Its <see cref="BenchPlan.Identity"/>.</param>
    /// <param name="encode">Encodes it, where that was not done yet.</param>
    /// <param name="cancellation">Ends the network.</param>
    /// <exception cref="ToolException">What <paramref name="encode"/> threw.</exception>
    Task<BenchTrial> TryAsync(string plan, Func<Task<EncodedTrial>> encode, CancellationToken cancellation);
}
