namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>A sign beside a value, explained below its table, where a cell has room for one line only.</summary>
/// <param name="Sign">One character.</param>
/// <param name="Meaning">A few words.</param>
public sealed record ReportMark(string Sign, string Meaning)
{
    public static ReportMark NotMonotone { get; } = new("*", "not monotone on some case");

    public static ReportMark SmallOverlap { get; } = new("\u2020", "mean overlap under 0.75");
}
