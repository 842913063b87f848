namespace DiagCodec.Allocation.Policies.Training;

/// <summary>One validation.</summary>
/// <param name="Iteration">Steps done.</param>
/// <param name="Loss">Mean since the row before.</param>
/// <param name="Training">Mean <see cref="PolicyScore"/> of the clips that are learnt from.</param>
/// <param name="Validation">Of the others; null where there are none.</param>
public sealed record PolicyCurveRow(int Iteration, double Loss, double Training, double? Validation)
{
    /// <summary>What decides which weights are kept.</summary>
    public double Score => Validation ?? Training;
}
