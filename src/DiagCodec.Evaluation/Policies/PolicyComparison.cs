namespace DiagCodec.Evaluation.Policies;

/// <summary>A policy's decisions for a clip beside the best single pair of actions, which was found by trying all; both by the table.</summary>
/// <param name="Case">The clip.</param>
/// <param name="IsValidation">It was not learnt from.</param>
/// <param name="Tradeoff">0 to 100.</param>
/// <param name="Return">Of the policy.</param>
/// <param name="BestSingle">Of the best pair.</param>
public sealed record PolicyComparison(string Case, bool IsValidation, double Tradeoff, double Return, double BestSingle);
