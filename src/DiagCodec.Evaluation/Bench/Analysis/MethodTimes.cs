using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>Mean times of a method over its points: seconds a case and parameter.</summary>
/// <param name="Method">As it ran.</param>
/// <param name="Points">That have times.</param>
/// <param name="Mean">Null where none has.</param>
public sealed record MethodTimes(BenchMethod Method, int Points, PointTimes? Mean)
{
    /// <summary>One entry a method, in the order of the bench.</summary>
    public static ImmutableArray<MethodTimes> Of(BenchFile file)
    {
        var times = file.Points.Where(p => p.Times is not null).ToLookup(p => p.Method, p => p.Times!);
        return [.. file.Methods.Select(m => Of(m, [.. times[m.Name]]))];
    }

    private static MethodTimes Of(BenchMethod method, PointTimes[] times) => times.Length == 0
        ? new MethodTimes(method, 0, null)
        : new MethodTimes(method, times.Length, new PointTimes(
            times.Average(t => t.Allocate),
            times.Average(t => t.Encode),
            times.Average(t => t.Decode),
            times.Average(t => t.Compare),
            times.Average(t => t.Score)));
}
