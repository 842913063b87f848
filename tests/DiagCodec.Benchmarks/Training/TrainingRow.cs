namespace DiagCodec.Benchmarks.Training;

/// <summary>Medians over all steps that count.</summary>
/// <param name="Threads">Of libtorch.</param>
/// <param name="Batch">Images in a step.</param>
/// <param name="Size">Their width and height.</param>
/// <param name="Steps">Of each side.</param>
/// <param name="Binding">Seconds per step in C#.</param>
/// <param name="Native">Seconds per step in C++.</param>
/// <param name="LossDifference">Between the two in the last step: the same seed does the same work.</param>
internal sealed record TrainingRow(int Threads, int Batch, int Size, int Steps, double Binding, double Native, double LossDifference)
{
    /// <summary>Throughput of C# over that of C++.</summary>
    public double Ratio => Native / Binding;
}
