using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Tests.Bench;

/// <summary>Benches of which every point is written down, by windowed PSNR: no counting stands between a point and its quality.</summary>
internal static class HandMade
{
    /// <param name="curves">By case and method: rate and windowed PSNR; a NaN makes a point that failed.</param>
    public static BenchFile Of(params (string Case, string Method, (double Rate, double Quality)[] Points)[] curves) => Of(new Dictionary<string, string>(), curves);

    public static BenchFile Of(
        IReadOnlyDictionary<string, string> allocators, params (string Case, string Method, (double Rate, double Quality)[] Points)[] curves)
    {
        var methods = curves.Select(c => c.Method).Distinct().ToArray();
        var whole = SyntheticBench.Make(1);
        return whole with
        {
            Experiment = whole.Experiment with
            {
                Anchor = methods[0],
                Methods = [.. methods.Select(m => new MethodSetting(m, "x265", [1, 2, 3, 4]) { Allocator = allocators.GetValueOrDefault(m) })],
                Tables = [],
            },
            Cases = [.. curves.Select(c => c.Case).Distinct().Select(c => whole.Cases[0] with { Name = c })],
            Methods = [.. methods.Select(m => new BenchMethod(m, "by hand", "by hand", "QP", false, false))],
            Commands = ["encode"],
            Points = [.. curves.SelectMany(c => c.Points.Select((p, i) => Point(c.Case, c.Method, i, p.Rate, p.Quality)))],
            Published = [],
        };
    }

    public static BenchPoint Point(string name, string method, int index, double rate, double quality)
    {
        var point = new BenchPoint(name, method, index + 1, new string((char)('a' + index), 64));
        var counts = SyntheticBench.Counts(Math.Clamp(quality, 0, 1));
        return double.IsNaN(quality)
            ? point with { Error = "ended with exit code 1" }
            : point with { Figures = new PointFigures(1000, rate, 12, new string('0', 64), counts, counts, [0]) { WindowPsnr = quality } };
    }

    /// <summary>The same points under another method's name.</summary>
    public static BenchFile Twin(BenchFile file, string method)
    {
        var anchor = file.Experiment.Anchor;
        return file with
        {
            Experiment = file.Experiment with { Methods = file.Experiment.Methods.Add(file.Experiment.Methods.First(m => m.Name == anchor) with { Name = method }) },
            Methods = file.Methods.Add(file.Methods.First(m => m.Name == anchor) with { Name = method }),
            Points = [.. file.Points, .. file.Points.Where(p => p.Method == anchor).Select(p => p with { Method = method })],
        };
    }
}
