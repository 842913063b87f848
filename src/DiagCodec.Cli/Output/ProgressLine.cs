using System.Globalization;
using DiagCodec.Coding;

namespace DiagCodec.Cli.Output;

/// <summary>
/// One line of progress with time left, from the second second on: rewritten in place on a terminal, a new line now and then in a log.
/// </summary>
internal sealed class ProgressLine : IProgress<CodingProgress>, IDisposable
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TerminalStep = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LogStep = TimeSpan.FromSeconds(10);

    private readonly CliConsole _console;
    private readonly Lock _lock = new();
    private string _stage = "";
    private long _stageStart;
    private int _doneAtStart;
    private long _lastShown;
    private int _width;

    public ProgressLine(CliConsole console)
    {
        _console = console;
        _lastShown = console.Clock.GetTimestamp();
    }

    /// <summary>For stages that know only numbers.</summary>
    public IProgress<(int Done, int Total)> Of(string stage, string unit = " slices") => new NamedStage(this, stage, unit);

    public void Report(CodingProgress value)
    {
        lock (_lock)
        {
            var now = _console.Clock.GetTimestamp();
            if (value.Stage != _stage)
            {
                (_stage, _stageStart, _doneAtStart) = (value.Stage, now, value.Done);
            }

            var elapsed = _console.Clock.GetElapsedTime(_stageStart, now);
            var step = _console.ErrorIsTerminal ? TerminalStep : LogStep;
            if (elapsed < Silence || _console.Clock.GetElapsedTime(_lastShown, now) < step || value.Done <= _doneAtStart)
            {
                return;
            }

            _lastShown = now;
            Show(Line(value, elapsed / (value.Done - _doneAtStart)));
        }
    }

    /// <summary>Clears the line, so that what is printed next starts on a clean one.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_console.ErrorIsTerminal && _width > 0)
            {
                _console.Error.Write($"\r{new string(' ', _width)}\r");
                _width = 0;
            }
        }
    }

    private static string Line(CodingProgress value, TimeSpan perSlice) => string.Create(
        CultureInfo.InvariantCulture,
        $"{value.Stage} {value.Done} of {value.Total}{value.Unit}, {Duration.Words(value.Left ?? perSlice * (value.Total - value.Done))} left");

    private void Show(string line)
    {
        if (_console.ErrorIsTerminal)
        {
            _console.Error.Write($"\r{line.PadRight(_width)}");
            _width = line.Length;
        }
        else
        {
            _console.Error.WriteLine(line);
        }
    }

    private sealed class NamedStage(ProgressLine line, string stage, string unit) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => line.Report(new CodingProgress(stage, value.Done, value.Total) { Unit = unit });
    }
}
