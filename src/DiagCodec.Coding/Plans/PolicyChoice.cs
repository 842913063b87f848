namespace DiagCodec.Coding.Plans;

/// <summary>Which policy chose the QPs.</summary>
/// <param name="Name">Of the policy.</param>
/// <param name="WeightsSha256">Of its weights, 64 lower-case hexadecimal digits.</param>
/// <param name="Tradeoff">Weight of the diagnosis against bits, 0 to 100; one of the policy's own.</param>
/// <param name="Shift">Added to every frame QP after the policy chose it, by a search; -51 to 51, 0 without one.</param>
public sealed record PolicyChoice(string Name, string WeightsSha256, double Tradeoff, int Shift);
