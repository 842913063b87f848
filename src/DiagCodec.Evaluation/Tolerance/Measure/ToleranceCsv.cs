using System.Globalization;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tolerance.Measure;

/// <summary>Rows as comma-separated values: a line that says what made them, the names of the columns, a line a row; empty for null.</summary>
internal static class ToleranceCsv
{
    private const string Magic = "# diagcodec tolerance 1 ";

    private const int FixedColumns = 10;

    public static string Head(string fingerprint, int classes) =>
        $"{Magic}{fingerprint}\ncase,data,model,qp,truth_voxels,bytes,bits_per_voxel,psnr,dice,own_dice"
        + string.Concat(Enumerable.Range(1, classes - 1).Select(k => $",dice_{Text(k)}")) + "\n";

    /// <summary>The fingerprint that a file's first line carries; null where it is no such line.</summary>
    public static string? Fingerprint(string line) => line.StartsWith(Magic, StringComparison.Ordinal) ? line[Magic.Length..] : null;

    public static string Line(ToleranceRow row) => string.Join(
        ',',
        (string[])[
            row.Case,
            row.Data,
            row.Model,
            Text(row.Qp),
            Text(row.TruthVoxels),
            Text(row.Bytes),
            Text(row.BitsPerVoxel),
            Text(row.Psnr),
            Text(row.Dice),
            Text(row.OwnDice),
            .. row.ClassDice.Select(d => Text(d)),
        ]) + "\n";

    /// <exception cref="InvalidInputException">It is no row of that many classes.</exception>
    public static ToleranceRow Parse(string line, int classes, string path, int number)
    {
        var fields = line.Split(',');
        try
        {
            return fields.Length == FixedColumns + classes - 1
                ? new ToleranceRow(
                    fields[0],
                    fields[1],
                    fields[2],
                    Optional<int>(fields[3]),
                    long.Parse(fields[4], CultureInfo.InvariantCulture),
                    Optional<long>(fields[5]),
                    Optional<double>(fields[6]),
                    Optional<double>(fields[7]),
                    Optional<double>(fields[8]),
                    Optional<double>(fields[9]),
                    [.. fields[FixedColumns..].Select(Optional<double>)])
                : throw new FormatException($"{fields.Length} fields, expected {FixedColumns + classes - 1}");
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new InvalidInputException($"{path}: line {number} is broken: {e.Message}; remove the line and run again", e);
        }
    }

    private static T? Optional<T>(string field)
        where T : struct, IParsable<T> => field.Length == 0 ? null : T.Parse(field, CultureInfo.InvariantCulture);

    private static string Text<T>(T? value)
        where T : struct, IFormattable => value?.ToString(null, CultureInfo.InvariantCulture) ?? "";

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
