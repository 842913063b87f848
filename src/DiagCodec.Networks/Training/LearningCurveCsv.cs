using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Networks.Training;

/// <summary>
/// The text of a learning curve: comma-separated, a header line, one line an epoch, empty fields for what was not measured, numbers
/// in the shortest form that reads back as the same number.
/// </summary>
internal static class LearningCurveCsv
{
    private const string DicePrefix = "dice_";
    private const int FixedColumns = 7;

    public static string Header(ImmutableArray<string> classes) => string.Join(
        ',',
        ["epoch", "step", "seconds", "training_loss", "validation_loss", "learning_rate", "dice_mean", .. classes.Select(c => DicePrefix + Column(c))]);

    public static string Line(EpochRow row) => string.Join(
        ',',
        [
            row.Epoch.ToString(CultureInfo.InvariantCulture),
            row.Step.ToString(CultureInfo.InvariantCulture),
            Text(row.Seconds),
            Text(row.TrainingLoss),
            Text(row.ValidationLoss),
            Text(row.LearningRate),
            Text(row.MeanDice),
            .. row.Dice.Select(Text),
        ]);

    /// <summary>A last line without its end was torn off by a crash, and is left out.</summary>
    public static ImmutableArray<EpochRow> Parse(string text, ImmutableArray<string> classes, string path)
    {
        var whole = text[..(text.LastIndexOf('\n') + 1)];
        var lines = whole.Split('\n')[..^1];
        var header = Header(classes);
        if (lines.Length == 0 || lines[0] != header)
        {
            throw new InvalidInputException(
                $"{path}: line 1: expected '{header}', found '{(lines.Length == 0 ? "" : OneLine.Of(lines[0]))}'; this is another run's curve, choose another file");
        }

        var rows = ImmutableArray.CreateBuilder<EpochRow>(lines.Length - 1);
        for (var i = 1; i < lines.Length; i++)
        {
            var row = Row(lines[i].Split(','), classes.Length) ?? throw Broken(path, i + 1, $"{FixedColumns + classes.Length} numbers", lines[i]);
            if (rows.Count > 0 && row.Epoch <= rows[^1].Epoch)
            {
                throw Broken(path, i + 1, $"an epoch after {rows[^1].Epoch}", $"{row.Epoch}");
            }

            rows.Add(row);
        }

        return rows.ToImmutable();
    }

    private static EpochRow? Row(string[] fields, int classes)
    {
        if (fields.Length != FixedColumns + classes
            || !int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
            || !long.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var step)
            || epoch < 1)
        {
            return null;
        }

        var numbers = fields[2..].Select(f => f.Length == 0 ? null : Number(f)).ToArray();
        var isRead = fields[2..].Zip(numbers).All(pair => pair.First.Length == 0 || pair.Second is not null);
        return isRead && numbers is [{ } seconds, { } training, var validation, { } rate, var mean, .. var dice]
            ? new EpochRow(epoch, step, seconds, training, validation, mean, [.. dice], rate)
            : null;
    }

    private static double? Number(string field) =>
        double.TryParse(field, NumberStyles.Float & ~(NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite), CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string Text(double? number) => number?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Column(string name) => name.Length > 0 && !name.Any(c => c is ',' or '"' || char.IsControl(c))
        ? name
        : throw new ArgumentException($"'{OneLine.Of(name)}' cannot be a column: name the class without commas, quotes and control characters", nameof(name));

    private static InvalidInputException Broken(string path, int line, string expected, string found) =>
        new($"{path}: line {line}: expected {expected}, found '{OneLine.Of(found)}'; correct the line or start a new file");
}
