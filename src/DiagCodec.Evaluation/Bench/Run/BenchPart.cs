using System.Globalization;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>A share of the cases: case i of the experiment, from 0, belongs to part i mod <paramref name="Of"/> + 1.</summary>
/// <param name="Number">1 to <paramref name="Of"/>.</param>
/// <param name="Of">1 to 1000.</param>
public sealed record BenchPart(int Number, int Of)
{
    private const int Most = 1000;

    /// <param name="text">Such as 1/4.</param>
    /// <exception cref="UsageException">It is something else.</exception>
    public static BenchPart Parse(string text) =>
        text.Split('/') is [var number, var of]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
        && m is >= 1 and <= Most && n >= 1 && n <= m
            ? new BenchPart(n, m)
            : throw new UsageException($"--part {text}: expected a share such as 1/4");

    public bool Has(int index) => index % Of == Number - 1;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Of}");
}
