using System.Globalization;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>A line of comma-separated values (RFC 4180); numbers so that reading gives them back exactly.</summary>
internal static class CsvLine
{
    public static void Write(TextWriter writer, params IEnumerable<object?> fields) =>
        writer.Write(string.Join(',', fields.Select(Field)) + "\n");

    private static string Field(object? field)
    {
        var text = field switch
        {
            null => "",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            _ => field.ToString() ?? "",
        };
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
