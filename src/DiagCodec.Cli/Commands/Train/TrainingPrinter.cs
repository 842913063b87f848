using System.Globalization;
using DiagCodec.Cli.Output;
using DiagCodec.Coding;
using DiagCodec.Segmentation.Train;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>Progress of trainings, several at a time: one line for all steps, one for every epoch.</summary>
internal sealed class TrainingPrinter(CliConsole console, ProgressLine line, int runs) : IProgress<TrainingProgress>
{
    private readonly Dictionary<string, int> _steps = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public void Report(TrainingProgress value)
    {
        lock (_lock)
        {
            if (value.Note is { } note)
            {
                line.Dispose();
                console.Error.WriteLine($"note: {note}");
                return;
            }

            _steps[value.Run] = value.Step;
            if (value.Epoch is not { } row)
            {
                line.Report(new CodingProgress($"training {value.Run}, step", _steps.Values.Sum(), runs * value.Steps) { Unit = "" });
                return;
            }

            line.Dispose();
            var dice = row.MeanDice is { } mean ? string.Create(CultureInfo.InvariantCulture, $", validation Dice {mean:0.000}") : "";
            console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{value.Run}: epoch {row.Epoch}, step {value.Step} of {value.Steps}, loss {row.TrainingLoss:0.000}{dice}, {row.Seconds:0} s"));
        }
    }
}
