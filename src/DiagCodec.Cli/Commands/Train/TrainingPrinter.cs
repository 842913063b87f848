using System.Globalization;
using DiagCodec.Cli.Output;
using DiagCodec.Coding;
using DiagCodec.Segmentation.Train;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>Progress of trainings, several at a time: one line for all steps, one for every epoch.</summary>
internal sealed class TrainingPrinter(CliConsole console, ProgressLine line, int runs) : IProgress<TrainingProgress>
{
    private readonly Dictionary<string, (int Done, int Of)> _steps = new(StringComparer.Ordinal);
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

            _steps[value.Run] = (value.Step, value.Steps);
            if (value.Epoch is not { } row)
            {
                // Runs that have not begun are taken to be as long as this one.
                var total = _steps.Values.Sum(s => s.Of) + ((runs - _steps.Count) * value.Steps);
                line.Report(new CodingProgress($"training {value.Run}, step", _steps.Values.Sum(s => s.Done), total) { Unit = "" });
                return;
            }

            line.Dispose();
            var dice = row.MeanDice is { } mean ? string.Create(CultureInfo.InvariantCulture, $", validation Dice {mean:0.000}") : "";
            console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{value.Run}: epoch {row.Epoch}, step {value.Step} of {value.Steps}, loss {row.TrainingLoss:0.000}{dice}, {row.Seconds:0} s"));
        }
    }
}
