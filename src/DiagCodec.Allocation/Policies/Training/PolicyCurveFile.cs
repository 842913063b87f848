using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Files;

namespace DiagCodec.Allocation.Policies.Training;

/// <summary>A learning curve as CSV. It is a few dozen rows, and written anew with each, so that it is never torn.</summary>
public static class PolicyCurveFile
{
    private const string Header = "iteration,loss,training_score,validation_score";
    private const long LongestFile = 16 << 20;

    /// <exception cref="OutputException">It cannot be written.</exception>
    public static void Write(string path, IEnumerable<PolicyCurveRow> rows)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var row in rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"{row.Iteration},{row.Loss:R},{row.Training:R},{row.Validation?.ToString("R", CultureInfo.InvariantCulture)}\n");
        }

        OutputFile.Write(path, overwrite: true, stream => stream.Write(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The rows up to an iteration.</summary>
    /// <exception cref="InvalidInputException">The file is missing or broken.</exception>
    public static ImmutableArray<PolicyCurveRow> Read(string path, int lastIteration)
    {
        var lines = Encoding.UTF8.GetString(InputFile.ReadAll(path, LongestFile)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            return lines is [Header, .. var rows]
                ? [.. rows.Select(Parse).Where(r => r.Iteration <= lastIteration)]
                : throw new FormatException($"expected the header {Header}");
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new InvalidInputException($"{path}: is no learning curve: {e.Message}; remove it together with its checkpoints to begin again", e);
        }
    }

    private static PolicyCurveRow Parse(string line)
    {
        var fields = line.Split(',');
        return fields.Length == 4
            ? new PolicyCurveRow(
                int.Parse(fields[0], CultureInfo.InvariantCulture),
                double.Parse(fields[1], CultureInfo.InvariantCulture),
                double.Parse(fields[2], CultureInfo.InvariantCulture),
                fields[3].Length == 0 ? null : double.Parse(fields[3], CultureInfo.InvariantCulture))
            : throw new FormatException($"a row has {fields.Length} fields, expected 4");
    }
}
