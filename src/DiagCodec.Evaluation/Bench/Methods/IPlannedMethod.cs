using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods;

/// <summary>A method that can tell all that its stream follows from before it encodes, so that equal plans are encoded once.</summary>
public interface IPlannedMethod : IImageMethod
{
    /// <param name="input">As <see cref="IBenchMethod.EncodeAsync"/> gets it.</param>
    /// <param name="parameter">One of the method's grid.</param>
    /// <param name="cancellation">Ends the program that is asked for its version.</param>
    /// <returns>Null where the QPs are found by encoding.</returns>
    /// <exception cref="ToolException">A program or library is missing.</exception>
    /// <exception cref="UsageException">The case cannot be coded at this parameter.</exception>
    Task<BenchPlan?> PlanAsync(BenchInput input, double parameter, CancellationToken cancellation);

    /// <summary>Codes a case as planned; the allocation of the result is the plan's.</summary>
    /// <param name="input">That was planned for.</param>
    /// <param name="plan">As <see cref="PlanAsync"/> gave it.</param>
    /// <param name="folder">Exists, is empty, and is this run's own.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <exception cref="ToolException">The program failed.</exception>
    /// <exception cref="OutputException">The folder, or the place for temporary files, is full or cannot be written.</exception>
    Task<CodedCase> EncodeAsync(BenchInput input, BenchPlan plan, string folder, CancellationToken cancellation);
}
