namespace DiagCodec.Benchmarks.Training;

/// <summary>The same training step in C# and in C++, by turns, so that a busy machine disturbs both.</summary>
internal static class TrainingBenchmark
{
    private const int WarmUp = 2;

    public static IReadOnlyList<TrainingRow> Run(int threads, int batch, int size, int steps)
    {
        using var native = new UNetProgram(threads, batch, size);
        using var binding = new UNetTraining(threads, batch, size);
        var (ours, theirs) = (new List<TrainingStep>(), new List<TrainingStep>());
        for (var i = 0; i < WarmUp + steps; i++)
        {
            ours.Add(binding.Step());
            theirs.Add(native.Step());
        }

        return
        [
            new TrainingRow(threads, batch, size, steps, Median(ours), Median(theirs), Math.Abs(ours[^1].Loss - theirs[^1].Loss)),
        ];
    }

    private static double Median(IEnumerable<TrainingStep> steps)
    {
        var sorted = steps.Skip(WarmUp).Select(s => s.Seconds).Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
