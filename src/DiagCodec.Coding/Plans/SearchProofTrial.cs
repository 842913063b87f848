namespace DiagCodec.Coding.Plans;

/// <summary>One encode of a search.</summary>
/// <param name="Name">Of the plan, for people.</param>
/// <param name="VideoBytes">Size of its video.</param>
/// <param name="OwnDice">What the task's network finds in the decoded slices against what it finds in the uncompressed ones, 0 to 1.</param>
public sealed record SearchProofTrial(string Name, long VideoBytes, double OwnDice);
