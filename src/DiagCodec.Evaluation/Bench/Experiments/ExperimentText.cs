namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>Texts that go into tables, reports and messages.</summary>
internal static class ExperimentText
{
    public const int LongestMethod = 64;
    public const int LongestCase = 255;
    public const int LongestPath = 4000;

    public const string CellRule = "without comma, quote, line break or outer space";

    public static bool IsLine(string text, int longest) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= longest && !text.Any(char.IsControl);

    /// <summary>May stand in a cell of a table with commas between its cells.</summary>
    public static bool IsCell(string text, int longest) =>
        IsLine(text, longest) && text.Trim().Length == text.Length && text.AsSpan().IndexOfAny(',', '"') < 0;
}
